using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Operators of ai.onnx.ml that replace values by others.</summary>
internal static class EncoderOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("LabelEncoder", LabelEncoder),
        ("OneHotEncoder", OneHotEncoder),
    ];

    /// <summary>The values of a list at positions that are known only when the network is called; where they are texts, the labels of the class.</summary>
    public static Value Entries(NodeTranslation node, Literal table, Value positions, int[] shape)
    {
        if (table.Texts is { } texts)
        {
            node.Graph.Labels = texts;
            return new Value(node.OutputName(), ElementKind.String, shape) { Label = new TextLabel(positions, texts), Sources = node.Inputs };
        }

        return node.View(OpenPlaces.Gather(node, node.Result(table), positions), shape);
    }

    private static Value[] LabelEncoder(NodeTranslation node)
    {
        Value data = node.Input(0);
        Literal keys = List(node, "keys") ?? throw node.Fail("it has no keys");
        Literal values = List(node, "values") ?? throw node.Fail("it has no values");
        if (keys.Count == 0 || keys.Count != values.Count)
        {
            throw node.Fail($"it has {keys.Count} keys and {values.Count} values");
        }

        // The value of a key that is not there stands first.
        Literal table = WithAbsent(node, values);
        if (keys.Texts is { } words)
        {
            return [OfTexts(node, data, text => 1 + Array.IndexOf(words, text), table)];
        }

        if (data.Label is not null || data.Kind == ElementKind.String)
        {
            throw node.Fail("it looks for texts, and its keys are numbers");
        }

        // The first of equal keys counts, which is the largest of numbers that fall.
        double[] numbers = keys.Numbers();
        int missing = Array.FindIndex(numbers, double.IsNaN);
        Literal finite = missing < 0 ? keys : Literal.Of(keys.Kind, keys.Shape, Array.ConvertAll(numbers, number => double.IsNaN(number) ? 0 : number));
        Value key = node.Result(finite.Cast(data.Kind));
        Value rank = node.Result(Literal.Of(ElementKind.Float, [keys.Count], numbers.Select((number, i) => double.IsNaN(number) ? 0.0 : keys.Count - i).ToArray()));
        Value wide = node.View(data, [data.Count, 1]);
        Value hit = node.Cast(node.Map(ElementKind.Bool, "{0} == {1}", null, [wide, key]), ElementKind.Float);
        Value best = ReductionOperators.Kept(node, "max", node.Map(ElementKind.Float, "{0} * {1}", null, [hit, rank]), [1]);
        if (missing >= 0 && data.Kind.IsFloat())
        {
            // What is no number equals nothing, itself included.
            best = node.Map(ElementKind.Float, FormattableString.Invariant($"{{0}} == {{0}} ? {{1}} : {keys.Count - missing}"), null, [wide, best]);
        }

        int[] order = [.. Enumerable.Range(0, keys.Count + 1).Select(i => i == 0 ? 0 : keys.Count + 1 - i)];
        return [Entries(node, table.At([keys.Count + 1], order), node.Cast(node.View(best, [data.Count]), ElementKind.Int64), data.Shape)];
    }

    private static Literal WithAbsent(NodeTranslation node, Literal values)
    {
        int[] behind = [.. Enumerable.Range(0, values.Count + 1).Select(i => i - 1)];
        Literal? said = node.Attribute("default_tensor") is { T: { } tensor } ? node.Graph.Tensors.Read(tensor) : null;
        return values.Texts is { } texts ? Literal.Of([texts.Length + 1], [said?.Texts?[0] ?? node.Text("default_string", "_Unused"), .. texts])
            : values.At([values.Count + 1], behind, said?.Number(0) ?? (values.Kind.IsFloat() ? node.Float("default_float", 0) : node.Integer("default_int64", -1)));
    }

    /// <summary>The rows of a table that texts stand for: of texts that are known, or of the labels of a class.</summary>
    private static Value OfTexts(NodeTranslation node, Value data, Func<string, int> row, Literal table)
    {
        int width = table.Count / table.Shape[0];
        int[] shape = table.Shape.Length == 1 ? data.Shape : [.. data.Shape, width];
        if (data.Constant?.Texts is { } known)
        {
            return node.Result(table.At(shape, [.. known.SelectMany(text => Enumerable.Range(row(text) * width, width))]));
        }

        if (data.Label is not { } label)
        {
            throw node.Fail("its keys are texts, and its input is neither known nor the label of a class");
        }

        int[] rows = [.. label.Texts.Select(row)];
        Literal chosen = table.At(Dimensions.With(table.Shape, 0, rows.Length), [.. rows.SelectMany(at => Enumerable.Range(at * width, width))]);
        if (width == 1 && table.Shape.Length == 1)
        {
            return Entries(node, chosen, label.Place, data.Shape);
        }

        string place = node.Layers.Read(label.Place, [label.Place.Count]);
        string gathered = node.Layers.Add("gather", node.OutputName(), [node.Layers.Read(node.Result(chosen)), place]);
        return node.Result(table.Kind, shape, gathered, [label.Place.Count, width]);
    }

    private static Literal? List(NodeTranslation node, string side)
    {
        if (node.Attribute(side + "_tensor") is { T: { } tensor })
        {
            return node.Graph.Tensors.Read(tensor);
        }

        return node.Attribute(side + "_int64s") is { } whole ? Literal.Of([.. whole.Ints])
            : node.Attribute(side + "_floats") is { } floats ? Literal.Of(ElementKind.Float, [floats.Floats.Count], floats.Floats.Select(value => (double)value).ToArray())
            : node.Attribute(side + "_strings") is { } texts ? Literal.Of([texts.Strings.Count], [.. texts.Strings.Select(text => text.ToStringUtf8())])
            : null;
    }

    private static Value[] OneHotEncoder(NodeTranslation node)
    {
        Value data = node.Input(0);
        AttributeProto? categories = node.Attribute("cats_int64s");
        if (node.Attribute("cats_strings") is { Strings.Count: > 0 } texts)
        {
            // A row of zeros stands behind those of the categories.
            string[] words = [.. texts.Strings.Select(text => text.ToStringUtf8())];
            double[] ones = [.. Enumerable.Range(0, (words.Length + 1) * words.Length).Select(i => i / words.Length == i % words.Length ? 1.0 : 0)];
            int Row(string text) => Array.IndexOf(words, text) is >= 0 and var row ? row
                : node.Flag("zeros", true) ? words.Length : throw node.Fail($"'{text}' is none of its categories");
            return [OfTexts(node, data, Row, Literal.Of(ElementKind.Float, [words.Length + 1, words.Length], ones))];
        }

        if (categories is null || categories.Ints.Count == 0)
        {
            throw node.Fail("it has no categories");
        }

        int[] shape = [.. data.Shape, categories.Ints.Count];
        Value wide = node.View(data.Kind.IsFloat() ? node.Cast(data, ElementKind.Int64) : data, [.. data.Shape, 1]);
        Value known = node.Result(Literal.Of([.. categories.Ints]).Cast(wide.Kind));
        Value hit = node.Map(ElementKind.Bool, "{0} == {1}", new Fold(x => x[0] == x[1] ? 1 : 0, x => x[0] == x[1] ? 1 : 0), [wide, known]);
        return [node.View(node.Cast(hit, ElementKind.Float), shape)];
    }
}
