using NeuralGen.Compiler.Json;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Reading;

namespace NeuralGen.Import.RtNeural;

/// <summary>The text of a file, and what of it cannot be, with line and column.</summary>
internal sealed class RtNeuralFile
{
    /// <summary>How long a sequence is of which a file says no length: nothing depends on it, since it goes step by step.</summary>
    private const int AnyTime = 7;

    private readonly string _text;
    private readonly string _item;
    private readonly string _path;

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="item">The item, for messages.</param>
    /// <param name="path">The full path.</param>
    public RtNeuralFile(string text, string item, string path)
    {
        (_text, _item, _path) = (text, item, path);
        JsonDocument? document = JsonDocument.TryParse(text, out JsonError? error, CancellationToken.None);
        if (document is null)
        {
            throw Fail(error!.Start, error.Message.TrimEnd('.'));
        }

        if (!document.Root.TryGetMember("in_shape", out JsonValue shape) || !document.Root.TryGetMember("layers", out JsonValue layers) || layers.Kind != JsonKind.Array)
        {
            throw Fail(document.Root, "it needs 'in_shape' and a list 'layers'");
        }

        Layers = [.. Elements(layers)];
        InputShape = Shape(shape);
        bool shrinks = false;
        int time = InputShape.Length > 1 ? InputShape[0] : 0;
        foreach (JsonValue layer in Layers)
        {
            int[] next = layer.TryGetMember("shape", out JsonValue declared) ? Shape(declared) : throw Fail(layer, "the layer has no 'shape'");
            shrinks |= next.Length > 1 && next[0] != time;
        }

        IsStepwise = InputShape.Length > 1 && !shrinks;
    }

    /// <summary>The layers.</summary>
    public IReadOnlyList<JsonValue> Layers { get; }

    /// <summary>The input's shape without the batch.</summary>
    public int[] InputShape { get; }

    /// <summary>Whether all layers keep the length of time, so that the network goes step by step.</summary>
    public bool IsStepwise { get; }

    /// <summary>A failure at a value.</summary>
    public ImportException Fail(JsonValue value, string words) => Fail(value.Start, words);

    /// <summary>The shape of a layer without the batch.</summary>
    public int[] ShapeOf(JsonValue layer) => Shape(Member(layer, "shape"));

    /// <summary>A member that must be there.</summary>
    public JsonValue Member(JsonValue owner, string name) =>
        owner.Kind == JsonKind.Object && owner.TryGetMember(name, out JsonValue value) ? value : throw Fail(owner, $"'{name}' is missing");

    /// <summary>A text; empty where it is missing.</summary>
    public string Text(JsonValue layer, string name) => layer.TryGetMember(name, out JsonValue value) && value.Kind == JsonKind.String ? value.GetString() : "";

    /// <summary>A whole number, by itself or the only one of a list.</summary>
    public int Integer(JsonValue layer, string name, int absent)
    {
        if (!layer.TryGetMember(name, out JsonValue value))
        {
            return absent;
        }

        JsonValue number = value.Kind == JsonKind.Array && value.Count == 1 ? value[0] : value;
        double found = number.Kind == JsonKind.Number ? number.GetDouble() : double.NaN;
        return found >= 1 && found <= int.MaxValue && found == Math.Floor(found) ? (int)found : throw Fail(value, $"'{name}' must be a whole number of at least 1");
    }

    /// <summary>A number.</summary>
    public double Number(JsonValue layer, string name, double absent) =>
        !layer.TryGetMember(name, out JsonValue value) ? absent : value.Kind == JsonKind.Number ? value.GetDouble() : throw Fail(value, $"'{name}' must be a number");

    /// <summary>The tensors of a layer: its nested lists, each with its shape.</summary>
    public IReadOnlyList<(Literal Values, JsonValue Place)> Weights(JsonValue layer) => [.. Elements(Member(layer, "weights")).Select(list => (Tensor(list), list))];

    /// <summary>A tensor with a shape that it must have.</summary>
    public Literal Weights(JsonValue layer, int index, params int[] shape)
    {
        IReadOnlyList<(Literal Values, JsonValue Place)> all = Weights(layer);
        return index >= all.Count ? throw Fail(layer, $"its 'weights' have {all.Count} lists; it needs {index + 1}")
            : all[index].Values.Shape.SequenceEqual(shape) ? all[index].Values
            : throw Fail(all[index].Place, $"its weights {index} have the shape {Dimensions.Text(all[index].Values.Shape)}; they need {Dimensions.Text(shape)}");
    }

    private static IEnumerable<JsonValue> Elements(JsonValue list)
    {
        foreach (JsonValue element in list.Elements)
        {
            yield return element;
        }
    }

    private int[] Shape(JsonValue value)
    {
        if (value.Kind != JsonKind.Array || value.Count is < 2 or > 4)
        {
            throw Fail(value, "a shape is a list of the batch, the time and the features");
        }

        List<int> sizes = [];
        foreach (JsonValue size in Elements(value).Skip(1))
        {
            bool isTime = sizes.Count == 0 && value.Count > 2;
            double number = size.Kind == JsonKind.Number ? size.GetDouble() : isTime && size.Kind == JsonKind.Null ? AnyTime : double.NaN;
            sizes.Add(number >= 1 && number <= 1 << 24 && number == Math.Floor(number) ? (int)number : throw Fail(size, "a size is a whole number of at least 1"));
        }

        return [.. sizes];
    }

    private Literal Tensor(JsonValue list)
    {
        List<int> shape = [];
        for (JsonValue inner = list; inner.Kind == JsonKind.Array; inner = inner[0])
        {
            shape.Add(inner.Count);
            if (inner.Count == 0 || shape.Count > 4)
            {
                throw Fail(inner, "weights are nested lists of numbers");
            }
        }

        List<double> values = [];
        Read(list, 0);
        return Literal.Of(ElementKind.Double, [.. shape], [.. values]);

        void Read(JsonValue value, int axis)
        {
            if (axis == shape.Count)
            {
                values.Add(value.Kind == JsonKind.Number ? value.GetDouble() : throw Fail(value, "weights are nested lists of numbers"));
                return;
            }

            if (value.Kind != JsonKind.Array || value.Count != shape[axis])
            {
                throw Fail(value, $"this list must have {shape[axis]} elements, as its neighbours have");
            }

            foreach (JsonValue element in value.Elements)
            {
                Read(element, axis + 1);
            }
        }
    }

    private ImportException Fail(int index, string words)
    {
        (int line, int column) = TextPosition.Of(_text, Math.Min(index, _text.Length));
        return new(ImportProblem.Of(ImportRules.RtNeural, _item, words) with { File = _path, Line = line, Column = column });
    }
}
