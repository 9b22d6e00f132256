using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>What detectors of objects do with their boxes.</summary>
internal static class DetectionOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All => [("NonMaxSuppression", NonMaxSuppression)];

    /// <summary>How many boxes are chosen depends on the data: the result has as many rows as there can be, filled up with -1.</summary>
    private static Value[] NonMaxSuppression(NodeTranslation node)
    {
        Value boxes = node.Input(0);
        Value scores = node.Input(1);
        int count = node.Optional(2) is null ? 0 : NodeTranslation.Clamp(node.Known(2, "the number of boxes").Integer(0));
        double overlap = node.Optional(3) is null ? 0 : node.Known(3, "the overlap").Number(0);
        double? score = node.Optional(4) is null ? null : node.Known(4, "the least score").Number(0);
        if (boxes.Shape.Length != 3 || scores.Shape.Length != 3 || boxes.Shape[2] != 4 || scores.Shape[0] != boxes.Shape[0] || scores.Shape[2] != boxes.Shape[1])
        {
            throw node.Fail($"its boxes {Dimensions.Text(boxes.Shape)} and scores {Dimensions.Text(scores.Shape)} do not belong together");
        }

        if (count < 1)
        {
            throw node.Fail("it chooses no box, since the number of boxes is 0");
        }

        int[] shape = [scores.Shape[0] * scores.Shape[1] * Math.Min(count, boxes.Shape[1]), 3];
        string layer = node.Layers.Add(
            "non_max_suppression",
            node.OutputName(),
            [node.Layers.Read(boxes, boxes.Shape), node.Layers.Read(scores, scores.Shape)],
            ("count", count),
            ("overlap", overlap == 0 ? null : overlap),
            ("score", score),
            ("centered", node.Flag("center_point_box", false) ? true : null));
        return [node.Result(ElementKind.Int64, shape, layer, shape)];
    }
}
