using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary>
/// <c>scatter</c> of a tensor, indices and updates: along an axis, the first when left out, updates replace the values at the indices, or
/// are added to them. The indices and updates have one shape, as of PyTorch's <c>scatter</c>.
/// </summary>
internal sealed class ScatterLayer() : LayerKind(
    "scatter",
    new ArgumentDescriptor("axis", ArgumentKind.Integer),
    new ArgumentDescriptor("add", ArgumentKind.Flag))
{
    /// <inheritdoc/>
    public override int MinimumSources => 3;

    /// <inheritdoc/>
    public override int MaximumSources => 3;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => source == 1
        ? type.IsInteger() ? null : "whole numbers: 'int' or 'long'"
        : base.Misfit(source, type, first);

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", 0);
        bool adds = layer.Find("add") is DeclaredFlag { Value: true };
        if (axis is not { } along || layer.InputShape is not { } data || layer.ShapeOf(layer.Inputs[1]) is not { } indices || layer.ShapeOf(layer.Inputs[2]) is not { } updates)
        {
            layer.Append(layer.InputShape, null);
            return;
        }

        bool fits = indices.Rank == data.Rank && Enumerable.Range(0, data.Rank).All(i => i == along || indices[i] <= data[i]);
        if (!fits || !indices.Equals(updates))
        {
            int wrong = fits ? 2 : 1;
            layer.Report(
                ShapeRules.ScatterMisfit, layer.Place.Key("inputs").At(wrong), layer.Name, layer.InputName, data, layer.NameOf(layer.Inputs[1]), indices, layer.NameOf(layer.Inputs[2]), updates);
            layer.Append(data, null);
            return;
        }

        layer.Append(data, output => new ScatterOperation(layer.Name, layer.Sources, output, data, updates, along, layer.NameOf(layer.Inputs[1]), adds) { Arguments = layer.Arguments });
    }
}
