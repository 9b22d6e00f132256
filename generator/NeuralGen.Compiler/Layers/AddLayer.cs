using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers.Expressions;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>add</c>: the sum of two or more tensors of one size.</summary>
internal sealed class AddLayer() : LayerKind("add")
{
    /// <inheritdoc/>
    public override int MinimumSources => 2;

    /// <inheritdoc/>
    public override int MaximumSources => int.MaxValue;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) =>
        type == ElementType.Bool ? "numbers, which a layer 'cast' makes" : base.Misfit(source, type, first);

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int known = layer.Inputs.Where(tensor => layer.ShapeOf(tensor) is not null).DefaultIfEmpty(-1).First();
        Shape? shape = known < 0 ? null : layer.ShapeOf(known);
        bool sound = true;
        for (int i = 0; i < layer.Inputs.Count; i++)
        {
            int tensor = layer.Inputs[i];
            Shape? other = layer.ShapeOf(tensor);
            sound &= other is not null;
            if (other is not null && other != shape)
            {
                layer.Report(
                    ShapeRules.SizesDiffer,
                    layer.Place.Key("inputs").At(i),
                    layer.Name,
                    layer.NameOf(tensor),
                    Words(other),
                    layer.NameOf(known),
                    Words(shape!));
                sound = false;
            }
        }

        if (sound && layer.Elements != ElementType.Float)
        {
            BroadcastLayer.Append(layer, Sum(layer), layer.Elements);
            return;
        }

        layer.Append(shape, sound ? output => new AddOperation(layer.Name, layer.Sources, output, shape!.Size) : null);
    }

    private static Term Sum(LayerBinding layer) =>
        layer.Inputs.Select((_, input) => (Term)new OperandTerm(input, layer.Elements)).Aggregate((sum, next) => new BinaryTerm('+', sum, next));

    private static string Words(Shape shape) => shape.Rank == 1 ? Texts.Count(shape.Size, "value") : $"shape {shape}";
}
