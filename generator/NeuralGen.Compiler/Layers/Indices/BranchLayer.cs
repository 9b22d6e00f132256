using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary>
/// <c>branch</c>: of a truth value and two tensors of one shape, the first where it is true, else the second. Layers that one of them alone needs
/// are computed only where it is chosen.
/// </summary>
internal sealed class BranchLayer() : LayerKind("branch")
{
    /// <inheritdoc/>
    public override int MinimumSources => 3;

    /// <inheritdoc/>
    public override int MaximumSources => 3;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) =>
        source == 0 && type != ElementType.Bool ? "'bool', as comparisons give them" : null;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape? condition = layer.ShapeOf(layer.Inputs[0]);
        Shape? one = layer.ShapeOf(layer.Inputs[1]);
        Shape? other = layer.ShapeOf(layer.Inputs[2]);
        bool isSound = SameElements.Check(layer, 1, 2) && condition is not null && one is not null && other is not null;
        if (condition is not null && condition.Size != 1)
        {
            layer.Report(SelectionRules.ConditionMisfit, layer.Place.Key("inputs").At(0), layer.Name, layer.NameOf(layer.Inputs[0]), condition);
            isSound = false;
        }

        if (one is not null && other is not null && one != other)
        {
            layer.Report(SelectionRules.SidesDiffer, layer.Place.Key("inputs").At(2), layer.Name, layer.NameOf(layer.Inputs[1]), one, layer.NameOf(layer.Inputs[2]), other);
            isSound = false;
        }

        layer.Append(one, isSound ? output => new BranchOperation(layer.Name, layer.Sources, output) : null, layer.TypeOf(layer.Inputs[1]));
    }
}
