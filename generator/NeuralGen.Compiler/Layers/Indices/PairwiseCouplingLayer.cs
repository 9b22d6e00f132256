using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary>
/// <c>pairwise_coupling</c>: along the last axis, from the probability of the first of two classes for each pair of <c>count</c> classes, the
/// probabilities of the classes.
/// </summary>
internal sealed class PairwiseCouplingLayer() : LayerKind("pairwise_coupling", new ArgumentDescriptor("count", ArgumentKind.Integer))
{
    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? count = layer.Size("count", isNeeded: true);
        if (count is not { } classes || layer.InputShape is not { } input)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        int pairs = input.Rank == 0 ? 1 : input[input.Rank - 1];
        if (classes < 2 || (long)classes * (classes - 1) / 2 != pairs)
        {
            layer.Report(SelectionRules.PairsMisfit, layer.Place.Key("count"), layer.Name, classes, (long)classes * (classes - 1) / 2, layer.InputName, pairs);
            layer.Append((Shape?)null, null);
            return;
        }

        layer.Append(
            new Shape(input.Dimensions.Take(input.Rank - 1).Append(classes).ToEquatableArray()),
            output => new PairwiseCouplingOperation(layer.Name, layer.Sources, output, classes) { Arguments = layer.Arguments });
    }
}
