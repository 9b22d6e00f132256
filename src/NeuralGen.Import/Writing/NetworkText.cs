using System.Globalization;
using System.Text;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Writing;

/// <summary>Writes layers as a <c>.nn.json</c> file, and larger lists of numbers as tensors beside it.</summary>
/// <param name="model">The layers.</param>
/// <param name="options">What the project says of the model.</param>
/// <param name="tensorsFile">The name of the file of tensors.</param>
/// <param name="tests">Examples that the network must reproduce.</param>
internal sealed class NetworkText(ImportedModel model, ImportOptions options, string tensorsFile, IReadOnlyList<ModelTest> tests)
{
    private const int MostInline = 32;

    private readonly Dictionary<string, Literal> _tensors = new(StringComparer.Ordinal);

    /// <summary>The tensors that the text names, in the order of layers.</summary>
    public List<(string Name, Literal Values)> Tensors { get; } = [];

    /// <summary>The text of the file.</summary>
    /// <param name="comment">What its first line says.</param>
    /// <param name="hash">The SHA-256 of the model's file, in hexadecimal digits.</param>
    public string Write(string comment, string hash)
    {
        string layers = string.Join(",\n", model.Layers.Select(layer => "    " + Text(layer)));
        StringBuilder text = new();
        text.Append($"// {comment.Replace('\n', ' ').Replace('\r', ' ')}\n{{\n");
        Append(text, "name", options.Class);
        Append(text, "namespace", options.Namespace);
        Append(text, "precision", options.Precision.Length > 0 ? options.Precision : model.IsDouble ? "double" : "");
        Append(text, "emission", options.Emission);
        Append(text, "loss", options.Loss);
        text.Append(options.Trainable.Length > 0 ? $"  \"trainable\": {options.Trainable.ToLowerInvariant()},\n" : "");
        text.Append(options.Stateful.Length > 0 ? $"  \"stateful\": {options.Stateful.ToLowerInvariant()},\n" : model.IsStepwise ? "  \"stateful\": true,\n" : "");
        text.Append(States(model.States));
        text.Append(model.HasBatches || model.Inputs.Count == 0 ? "" : "  \"batches\": false,\n");
        text.Append(options.Seed.Length > 0 ? $"  \"seed\": {options.Seed},\n" : "");
        Append(text, "tensors", Tensors.Count > 0 ? tensorsFile : "");
        text.Append($"  \"source\": {{ {string.Join(", ", Source(hash))} }},\n");
        text.Append($"  \"inputs\": [{string.Join(", ", model.Inputs.Select(Input))}],\n");
        text.Append($"  \"outputs\": [{string.Join(", ", model.Outputs.Select(Output))}],\n");
        string[] labels = options.Labels.Length > 0 ? [.. ImportSettings.Split(options.Labels).Select(ImportSettings.Unquote)] : [.. model.Labels];
        text.Append(labels.Length > 0 ? $"  \"labels\": [{string.Join(", ", labels.Select(JsonText.Quote))}],\n" : "");
        text.Append($"  \"layers\": [\n{layers}\n  ]");
        text.Append(tests.Count > 0 ? $",\n  \"tests\": [\n{string.Join(",\n", tests.Select(test => "    " + Text(test)))}\n  ]" : "");
        return text.Append("\n}\n").ToString();
    }

    /// <summary>The text of a file that stands in for a model against which something stands, so that what calls it can be written.</summary>
    /// <param name="model">What is known of it; null where nothing is.</param>
    /// <param name="options">What the project says of it.</param>
    public static string StandIn(ImportedModel? model, ImportOptions options)
    {
        StringBuilder text = new("{\n");
        Append(text, "name", options.Class);
        Append(text, "namespace", options.Namespace);
        Append(text, "precision", options.Precision is "single" or "double" ? options.Precision : model?.IsDouble == true ? "double" : "");
        text.Append(options.Trainable.Equals("true", StringComparison.OrdinalIgnoreCase) ? "  \"trainable\": true,\n" : "");
        text.Append(options.Stateful.Equals("true", StringComparison.OrdinalIgnoreCase) ? "  \"stateful\": true,\n" : "");
        text.Append(States(model?.States ?? []));
        text.Append(model?.Inputs.Count > 0 ? $"  \"inputs\": [{string.Join(", ", model.Inputs.Select(Input))}],\n" : "");
        text.Append(model?.Outputs.Count > 0 ? $"  \"outputs\": [{string.Join(", ", model.Outputs.Select(Output))}],\n" : "");
        string[] labels = options.Labels.Length > 0 ? [.. ImportSettings.Split(options.Labels).Select(ImportSettings.Unquote)] : [.. model?.Labels ?? []];
        text.Append(labels.Length > 0 ? $"  \"labels\": [{string.Join(", ", labels.Select(JsonText.Quote))}],\n" : "");
        return text.Append("  \"source\": { \"missing\": true }\n}\n").ToString();
    }

    private static string States(IReadOnlyList<(string Input, string Output)> states) =>
        states.Count > 0 ? $"  \"states\": {{ {string.Join(", ", states.Select(state => $"{JsonText.Quote(state.Input)}: {JsonText.Quote(state.Output)}"))} }},\n" : "";

    /// <summary>Writes the file of tensors.</summary>
    public void WriteTensors(Stream stream)
    {
        TensorDeclaration[] declarations =
        [
            .. Tensors.Select(tensor => new TensorDeclaration(
                tensor.Name, tensor.Values.Kind == ElementKind.Double ? DataType.F64 : DataType.F32, Array.ConvertAll(tensor.Values.Shape, size => (long)size))),
        ];
        SafeTensorsWriter writer = new(stream, declarations);
        foreach ((_, Literal values) in Tensors)
        {
            if (values.Kind == ElementKind.Double)
            {
                writer.Write(values.Numbers(), values.Count);
            }
            else
            {
                writer.Write(Array.ConvertAll(values.Numbers(), value => (float)value), values.Count);
            }
        }
    }

    private IEnumerable<string> Source(string hash)
    {
        if (model.Producer.Length > 0)
        {
            yield return $"\"producer\": {JsonText.Quote(model.Producer)}";
        }

        if (model.ProducerVersion.Length > 0)
        {
            yield return $"\"producer_version\": {JsonText.Quote(model.ProducerVersion)}";
        }

        if (model.Opset is { } opset)
        {
            yield return FormattableString.Invariant($"\"opset\": {opset}");
        }

        yield return $"\"sha256\": \"{hash}\"";
    }

    private static void Append(StringBuilder text, string key, string value)
    {
        if (value.Length > 0)
        {
            text.Append($"  \"{key}\": {JsonText.Quote(value)},\n");
        }
    }

    private static string Input(Port port) => $"{{ \"name\": {JsonText.Quote(port.Name)}, \"shape\": {Dimensions.Text(port.Shape)}{Type(port)} }}";

    /// <summary>Shape and type are checked by the compiler, which computes them by itself.</summary>
    private static string Output(Port port) =>
        $"{{ \"name\": {JsonText.Quote(port.Name)}, \"shape\": {Dimensions.Text(port.Shape)}{Type(port)}{(port.Layer == port.Name ? "" : $", \"from\": {JsonText.Quote(port.Layer)}")} }}";

    private static string Type(Port port) => port.Kind.Word() is { } word and not "float" ? $", \"type\": \"{word}\"" : "";

    private static string Text(ModelTest test)
    {
        string tolerance = test.Tolerance is { } said ? $", \"tolerance\": {JsonNumbers.Text(said, ElementKind.Double)}" : "";
        return $"{{ \"input\": {Text(test.Inputs)}, \"output\": {Text(test.Outputs)}{tolerance} }}";
    }

    private static string Text(IReadOnlyList<(string Port, double[] Values)> tensors) =>
        tensors.Count == 0 ? "{}" : $"{{ {string.Join(", ", tensors.Select(tensor => $"{JsonText.Quote(tensor.Port)}: [{string.Join(", ", tensor.Values.Select(value => JsonNumbers.Text(value, ElementKind.Double)))}]"))} }}";

    private string Text(Layer layer)
    {
        StringBuilder text = new($"{{ \"type\": \"{layer.Type}\", \"name\": {JsonText.Quote(layer.Name)}");
        if (layer.Inputs.Count > 0)
        {
            text.Append($", \"inputs\": [{string.Join(", ", layer.Inputs.Select(JsonText.Quote))}]");
        }

        foreach ((string key, object value) in layer.Arguments)
        {
            text.Append($", \"{key}\": {Text(value)}");
        }

        if (layer.Parts.Count > 0)
        {
            text.Append($", \"outputs\": [{string.Join(", ", layer.Parts.Select(JsonText.Quote))}]");
        }

        return text.Append(" }").ToString();
    }

    private string Text(RepeatedNetwork body) =>
        $"{{ \"inputs\": [{string.Join(", ", body.Inputs.Select(Input))}], \"outputs\": [{string.Join(", ", body.Outputs.Select(Output))}], \"layers\": [\n"
        + $"{string.Join(",\n", body.Layers.Select(layer => "      " + Text(layer)))} ] }}";

    private string Text(object value) => value switch
    {
        Numbers numbers => numbers.Values.Count <= MostInline && numbers.Values.Numbers().All(IsFinite)
            ? JsonNumbers.Nested(numbers.Values)
            : $"{{ \"tensor\": {JsonText.Quote(TensorName(numbers))} }}",
        JsonFragment fragment => fragment.Text,
        RepeatedNetwork body => Text(body),
        string word => JsonText.Quote(word),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => JsonNumbers.Text(number, ElementKind.Float),
        int[] list => JsonNumbers.List(list),
        double[] list => $"[{string.Join(", ", list.Select(number => JsonNumbers.Text(number, ElementKind.Double)))}]",
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private string TensorName(Numbers numbers)
    {
        string name = numbers.Name;
        for (int number = 2; _tensors.TryGetValue(name, out Literal? known); number++)
        {
            if (ReferenceEquals(known, numbers.Values) || (known.Kind == numbers.Values.Kind && known.Shape.SequenceEqual(numbers.Values.Shape) && known.Numbers().SequenceEqual(numbers.Values.Numbers())))
            {
                return name;
            }

            name = FormattableString.Invariant($"{numbers.Name}.{number}");
        }

        _tensors.Add(name, numbers.Values);
        Tensors.Add((name, numbers.Values));
        return name;
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
