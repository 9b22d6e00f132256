using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary>
/// <c>non_max_suppression</c> of boxes and scores: of each class up to <c>count</c> boxes, the best first, without those that one of them covers
/// by more than <c>overlap</c>. Rows of image, class and box, filled up with -1: how many there are is known only when the program calls.
/// </summary>
internal sealed class NonMaxSuppressionLayer() : LayerKind(
    "non_max_suppression",
    new ArgumentDescriptor("count", ArgumentKind.Integer),
    new ArgumentDescriptor("overlap", ArgumentKind.Number),
    new ArgumentDescriptor("score", ArgumentKind.Number),
    new ArgumentDescriptor("centered", ArgumentKind.Flag))
{
    private const int Rank = 3;

    /// <inheritdoc/>
    public override int MinimumSources => 2;

    /// <inheritdoc/>
    public override int MaximumSources => 2;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? count = layer.Size("count", isNeeded: true);
        double? overlap = layer.Number("overlap", 0, value => value >= 0 && value <= 1, "from 0 to 1");
        double? score = layer.Number("score", double.NaN, value => !double.IsInfinity(value), "finite");
        if (layer.ShapeOf(layer.Inputs[0]) is not { } boxes || layer.ShapeOf(layer.Inputs[1]) is not { } scores || count is not { } wanted || overlap is not { } share || score is not { } least)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        if (boxes.Rank != Rank || boxes[2] != 4 || scores.Rank != Rank || scores[0] != boxes[0] || scores[2] != boxes[1])
        {
            layer.Report(SelectionRules.BoxesMisfit, layer.Place.Key("inputs").At(1), layer.Name, layer.InputName, boxes, layer.NameOf(layer.Inputs[1]), scores);
            layer.Append((Shape?)null, null);
            return;
        }

        int most = Math.Min(wanted, boxes[1]);
        layer.Append(
            Shape.Of(scores[0] * scores[1] * most, Rank),
            output => new NonMaxSuppressionOperation(
                layer.Name, layer.Sources, output, scores[1], boxes[1], most, share, BitConverter.DoubleToInt64Bits(least), layer.Find("centered") is DeclaredFlag { Value: true })
            { Arguments = layer.Arguments },
            ElementType.Long);
    }
}
