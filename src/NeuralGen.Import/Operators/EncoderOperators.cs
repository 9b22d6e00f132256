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
            return new Value(node.OutputName(), ElementKind.String, shape) { IsLabel = true, Sources = node.Inputs };
        }

        return node.View(OpenPlaces.Gather(node, node.Result(table), positions), shape);
    }

    private static Value[] LabelEncoder(NodeTranslation node)
    {
        Value data = node.Input(0);
        Literal keys = List(node, "keys") ?? throw node.Fail("it has no keys");
        Literal values = List(node, "values") ?? throw node.Fail("it has no values");
        if (keys.Kind == ElementKind.String || keys.Count == 0 || keys.Count != values.Count)
        {
            throw node.Fail(keys.Kind == ElementKind.String ? "its keys are texts" : $"it has {keys.Count} keys and {values.Count} values");
        }

        if (values.Texts is not null)
        {
            node.Graph.Labels = values.Texts;
            return [new Value(node.OutputName(), ElementKind.String, data.Shape) { IsLabel = true, Sources = node.Inputs }];
        }

        double absent = node.Attribute("default_tensor") is { T: { } tensor } ? node.Graph.Tensors.Read(tensor).Number(0)
            : values.Kind.IsFloat() ? node.Float("default_float", 0) : node.Integer("default_int64", -1);
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

        int[] order = [.. Enumerable.Range(0, keys.Count + 1)];
        Literal table = values.Kind.IsFloat()
            ? Literal.Of(values.Kind, [keys.Count + 1], Array.ConvertAll(order, i => i == 0 ? absent : values.Number(keys.Count - i)))
            : Literal.Of(values.Kind, [keys.Count + 1], Array.ConvertAll(order, i => i == 0 ? (long)absent : values.Integer(keys.Count - i)));
        return [Entries(node, table, node.Cast(node.View(best, [data.Count]), ElementKind.Int64), data.Shape)];
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
        if (categories is null || categories.Ints.Count == 0)
        {
            throw node.Fail("its categories are texts");
        }

        int[] shape = [.. data.Shape, categories.Ints.Count];
        Value wide = node.View(data.Kind.IsFloat() ? node.Cast(data, ElementKind.Int64) : data, [.. data.Shape, 1]);
        Value known = node.Result(Literal.Of([.. categories.Ints]).Cast(wide.Kind));
        Value hit = node.Map(ElementKind.Bool, "{0} == {1}", new Fold(x => x[0] == x[1] ? 1 : 0, x => x[0] == x[1] ? 1 : 0), [wide, known]);
        return [node.View(node.Cast(hit, ElementKind.Float), shape)];
    }
}
