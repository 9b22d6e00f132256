using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>Operators of the domain ai.onnx.ml, which scikit-learn exports.</summary>
internal static class LearningOperators
{
    /// <summary>The domain.</summary>
    public const string Domain = "ai.onnx.ml";

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Scaler", Scaler),
        ("Normalizer", Normalizer),
        ("Binarizer", node => [node.Map(node.Input(0).Kind, $"{{0}} > {ActivationOperators.Number(node.Float("threshold", 0))} ? 1 : 0", null, [node.Input(0)])]),
        ("LinearRegressor", LinearRegressor),
        ("LinearClassifier", ClassScores.Linear),
        ("ZipMap", ClassScores.ZipMap),
        ("Imputer", Imputer),
        ("ArrayFeatureExtractor", ArrayFeatureExtractor),
        ("FeatureVectorizer", node => [Joined(node)]),
    ];

    private static double[] Floats(NodeTranslation node, string attribute) => node.Attribute(attribute) is { } found ? [.. found.Floats.Select(value => (double)value)] : [];

    private static Value Constant(NodeTranslation node, double[] values) => node.Result(Literal.Of(ElementKind.Float, values.Length == 1 ? [] : [values.Length], values));

    private static Value[] Scaler(NodeTranslation node)
    {
        Value data = node.Cast(node.Input(0), ElementKind.Float);
        Value offset = Constant(node, Floats(node, "offset"));
        Value scale = Constant(node, Floats(node, "scale"));
        return [node.Map(ElementKind.Float, "({0} - {1}) * {2}", new Fold(x => (x[0] - x[1]) * x[2], null), [data, offset, scale])];
    }

    private static Value[] Normalizer(NodeTranslation node)
    {
        Value data = node.Cast(node.Input(0), ElementKind.Float);
        string norm = node.Text("norm", "MAX");
        int last = data.Shape.Length - 1;
        Value size = norm == "MAX"
            ? ReductionOperators.Kept(node, "max", data, [last])
            : ReductionOperators.Kept(node, norm == "L1" ? "l1" : "l2", data, [last]);
        return [node.Map(ElementKind.Float, "{1} == 0 ? {0} : {0} / {1}", null, [data, size])];
    }

    private static Value[] LinearRegressor(NodeTranslation node)
    {
        Value data = node.Cast(node.Input(0), ElementKind.Float);
        int targets = node.Integer("targets", 1);
        double[] coefficients = Floats(node, "coefficients");
        double[] intercepts = Floats(node, "intercepts");
        int features = data.Shape[data.Shape.Length - 1];
        if (node.Text("post_transform", "NONE") != "NONE" || coefficients.Length != targets * features)
        {
            throw node.Fail($"{coefficients.Length} coefficients for {targets} targets of {features} features, or a transform behind them, are not supported");
        }

        int[] shape = data.Shape.Length == 1 ? [targets] : Dimensions.With(data.Shape, data.Shape.Length - 1, targets);
        int[] flat = data.Count == features ? [features] : data.Shape;
        string layer = node.Add(
            "dense",
            node.Layers.Read(data, flat),
            ("weights", new Numbers(node.Node.Name + ".coefficients", Literal.Of(ElementKind.Float, [targets, features], coefficients))),
            ("bias", intercepts.Length == targets ? new Numbers(node.Node.Name + ".intercepts", Literal.Of(ElementKind.Float, [targets], intercepts)) : null));
        return [node.Result(ElementKind.Float, shape, layer, [.. flat.Take(flat.Length - 1), targets])];
    }

    private static Value[] Imputer(NodeTranslation node)
    {
        Value data = node.Input(0);
        double[] values = Floats(node, "imputed_value_floats");
        if (!data.Kind.IsFloat() || values.Length == 0)
        {
            throw node.Fail("whole numbers are not supported");
        }

        double replaced = node.Float("replaced_value_float", 0);
        string formula = double.IsNaN(replaced) ? "{0} == {0} ? {0} : {1}" : $"{{0}} == {ActivationOperators.Number(replaced)} ? {{1}} : {{0}}";
        return [node.Map(data.Kind, formula, null, [data, Constant(node, values)])];
    }

    private static Value[] ArrayFeatureExtractor(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value chosen = node.Input(1);
        if (chosen.Constant is null && data.Constant is { } table && data.Count == data.Shape.LastOrDefault())
        {
            return [EncoderOperators.Entries(node, table, chosen, [1, chosen.Count])];
        }

        int[] columns = node.Integers(1, "the columns");
        int last = data.Shape.Length - 1;
        int[] steps = Dimensions.Steps(data.Shape);
        int[] shape = data.Shape.Length == 1 ? [1, columns.Length] : Dimensions.With(data.Shape, last, columns.Length);
        return Array.TrueForAll(columns, column => column >= 0 && column < data.Shape[last])
            ? [node.View(node.Move(data, Dimensions.With(data.Shape, last, columns.Length), at => at.Select((place, axis) => (axis == last ? columns[place] : place) * steps[axis]).Sum()), shape)]
            : throw node.Fail($"it takes columns {Dimensions.Text(columns)} of {Dimensions.Text(data.Shape)}");
    }

    private static Value Joined(NodeTranslation node)
    {
        Value[] values = Array.ConvertAll(node.Inputs, value => node.Cast(value.Shape.Length == 1 ? node.View(value, [1, value.Count]) : value, ElementKind.Float));
        int rows = values[0].Shape[0];
        if (values.Length == 1)
        {
            return values[0];
        }

        string layer = node.Layers.Add("concat", node.OutputName(), [.. values.Select(value => node.Layers.Read(value))], ("axis", 1));
        int[] shape = [rows, values.Sum(value => value.Shape[1])];
        return node.Result(ElementKind.Float, shape, layer, shape);
    }
}
