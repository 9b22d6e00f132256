using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>add</c>: the sum of two or more tensors of one size.</summary>
internal sealed class AddLayer() : LayerKind("add")
{
    /// <inheritdoc/>
    public override int MinimumSources => 2;

    /// <inheritdoc/>
    public override int MaximumSources => int.MaxValue;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int known = layer.Inputs.Where(tensor => layer.SizeOf(tensor) is not null).DefaultIfEmpty(-1).First();
        int? size = known < 0 ? null : layer.SizeOf(known);
        bool sound = true;
        for (int i = 0; i < layer.Inputs.Count; i++)
        {
            int tensor = layer.Inputs[i];
            int? other = layer.SizeOf(tensor);
            sound &= other is not null;
            if (other is not null && other != size)
            {
                layer.Report(
                    ShapeRules.SizesDiffer,
                    layer.Place.Key("inputs").At(i),
                    layer.Name,
                    layer.NameOf(tensor),
                    Texts.Count(other.Value, "value"),
                    layer.NameOf(known),
                    Texts.Count(size!.Value, "value"));
                sound = false;
            }
        }

        layer.Append(size, sound ? output => new AddOperation(layer.Name, layer.Sources, output, size!.Value) : null);
    }
}
