using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>What classifiers of ai.onnx.ml make of their scores: a label, and the scores after a transform.</summary>
internal static class ClassScores
{
    /// <summary>The label and the scores.</summary>
    /// <param name="node">The classifier.</param>
    /// <param name="scores">A score per class; one for two classes where only the second has weights.</param>
    /// <param name="arePositive">Whether a single score is a probability by itself.</param>
    public static Value[] Of(NodeTranslation node, Value scores, bool arePositive)
    {
        (string[]? texts, long[] numbers) = Classes(node);
        int classes = texts?.Length ?? numbers.Length;
        int columns = scores.Shape[1];
        string transform = node.Text("post_transform", "NONE");
        bool isSingle = columns == 1 && classes == 2;
        if (classes == 0 || (columns != classes && !isSingle))
        {
            throw node.Fail($"it has {columns} scores for {classes} classes");
        }

        Value all = isSingle ? Both(node, scores, arePositive, transform) : Transformed(node, scores, transform);
        return [Label(node, isSingle ? all : scores, texts, numbers), all];
    }

    /// <summary>The label of most votes, and scores beside it.</summary>
    public static Value[] Voted(NodeTranslation node, Value votes, Value scores)
    {
        (string[]? texts, long[] numbers) = Classes(node);
        return (texts?.Length ?? numbers.Length) == votes.Shape[1]
            ? [Label(node, votes, texts, numbers), scores]
            : throw node.Fail($"it has {votes.Shape[1]} classes and {texts?.Length ?? numbers.Length} labels");
    }

    private static (string[]? Texts, long[] Numbers) Classes(NodeTranslation node)
    {
        string[]? texts = node.Attribute("classlabels_strings") is { Strings.Count: > 0 } strings ? [.. strings.Strings.Select(label => label.ToStringUtf8())] : null;
        long[] numbers = (node.Attribute("classlabels_ints") ?? node.Attribute("classlabels_int64s"))?.Ints.ToArray() ?? [];
        node.Graph.Labels = texts ?? Array.ConvertAll(numbers, number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return (texts, numbers);
    }

    private static Value Both(NodeTranslation node, Value score, bool arePositive, string transform)
    {
        string second = transform == "LOGISTIC" ? "sigmoid({0})" : "{0}";
        string first = transform == "LOGISTIC" ? "sigmoid(-{0})" : arePositive ? "1 - {0}" : "-{0}";
        Value[] both = [node.Map(score.Kind, first, null, [score], 1), node.Map(score.Kind, second, null, [score], 1)];
        return transform is "LOGISTIC" or "NONE"
            ? MovementOperators.Joined(node, both, 1)
            : Transformed(node, MovementOperators.Joined(node, both, 1), transform);
    }

    /// <summary>The scores behind a transform.</summary>
    public static Value Transformed(NodeTranslation node, Value scores, string transform)
    {
        switch (transform)
        {
            case "NONE":
                return node.View(scores, scores.Shape, 1);
            case "LOGISTIC":
                return node.Map(scores.Kind, "sigmoid({0})", null, [scores], 1);
            case "SOFTMAX":
                string layer = node.Layers.Add("softmax", node.OutputName(1), [node.Layers.Read(scores)]);
                return node.Result(scores.Kind, scores.Shape, layer, scores.Shape, 1);
            default:
                throw node.Fail($"its transform is {transform}");
        }
    }

    private static Value Label(NodeTranslation node, Value scores, string[]? texts, long[] numbers)
    {
        string largest = node.Layers.Add("arg_max", node.OutputName() + " index", [node.Layers.Read(scores)], ("axis", 1));
        if (texts is not null)
        {
            // Texts leave the signature; what they say are the labels of the class.
            Value place = node.Result(ElementKind.Int64, [scores.Shape[0]], largest, [scores.Shape[0]]);
            return new Value(node.OutputName(), ElementKind.String, [scores.Shape[0]]) { Label = new TextLabel(place, texts), Sources = node.Inputs };
        }

        if (numbers.Select((number, i) => number == i).All(isIndex => isIndex))
        {
            return node.Result(ElementKind.Int64, [scores.Shape[0]], largest, [scores.Shape[0]]);
        }

        string table = node.Layers.Read(node.Result(Literal.Of(numbers)));
        return node.Result(ElementKind.Int64, [scores.Shape[0]], node.Layers.Add("gather", node.OutputName(), [table, largest]), [scores.Shape[0]]);
    }

    /// <summary>ZipMap: its probabilities stay a tensor, its keys are labels.</summary>
    public static Value[] ZipMap(NodeTranslation node)
    {
        node.Graph.Labels = node.Attribute("classlabels_strings") is { Strings.Count: > 0 } strings
            ? [.. strings.Strings.Select(label => label.ToStringUtf8())]
            : [.. (node.Attribute("classlabels_int64s")?.Ints.ToArray() ?? []).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return [node.View(node.Input(0), node.Input(0).Shape)];
    }

    /// <summary>A matrix with a row per sample.</summary>
    public static Value Rows(NodeTranslation node)
    {
        Value data = node.Cast(node.Input(0), node.Input(0).Kind == ElementKind.Double ? ElementKind.Double : ElementKind.Float);
        return data.Shape.Length switch
        {
            1 => node.View(data, [1, data.Count]),
            2 => data,
            _ => throw node.Fail($"{Dimensions.Text(data.Shape)} has no rows"),
        };
    }

    /// <summary>Scores that are a linear function of a row.</summary>
    public static Value[] Linear(NodeTranslation node)
    {
        Value data = Rows(node);
        double[] coefficients = [.. (node.Attribute("coefficients")?.Floats.ToArray() ?? []).Select(value => (double)value)];
        double[] intercepts = [.. (node.Attribute("intercepts")?.Floats.ToArray() ?? []).Select(value => (double)value)];
        int features = data.Shape[1];
        if (coefficients.Length == 0 || coefficients.Length % features != 0)
        {
            throw node.Fail($"it has {coefficients.Length} coefficients for {features} features");
        }

        int classes = coefficients.Length / features;
        int[] flat = data.Shape[0] == 1 ? [features] : data.Shape;
        string layer = node.Layers.Add(
            "dense",
            node.OutputName(1),
            [node.Layers.Read(data, flat)],
            ("weights", new Numbers(node.Node.Name + ".coefficients", Literal.Of(ElementKind.Float, [classes, features], coefficients))),
            ("bias", intercepts.Length == classes ? new Numbers(node.Node.Name + ".intercepts", Literal.Of(ElementKind.Float, [classes], intercepts)) : null));
        Value scores = node.Result(ElementKind.Float, [data.Shape[0], classes], layer, [.. flat.Take(flat.Length - 1), classes], 1);
        return Of(node, scores, arePositive: false);
    }
}
