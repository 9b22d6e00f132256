using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>
/// <c>reduce</c>: the sum, the mean, the largest or another value made of those along <c>axes</c>, all of them when left out. The axes vanish,
/// unless <c>keep_dimensions</c> leaves them with size 1.
/// </summary>
internal sealed class ReduceLayer() : LayerKind(
    "reduce",
    new ArgumentDescriptor("operation", ArgumentKind.Word),
    new ArgumentDescriptor("axes", ArgumentKind.Integers),
    new ArgumentDescriptor("keep_dimensions", ArgumentKind.Flag))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Reduction? reduction = layer.Find("operation") is DeclaredWord { Value: var word } ? layer.Word<Reduction>("operation", word) : null;
        if (layer.Find("operation") is null)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("operation"));
        }

        if (reduction is { } named && layer.InputShape is not null && layer.Elements != ElementType.Float && !WholeReduceOperation.IsPossible(named, layer.Elements))
        {
            layer.Report(
                WeightRules.OutOfRange,
                layer.Place.Key("operation"),
                $"'{layer.Spell("operation")}' of layer '{layer.Name}'",
                $"'{Texts.SnakeCase(named.ToString())}'",
                layer.Elements == ElementType.Bool ? "'min' or 'max' for truth values" : $"one of whole numbers, or '{layer.InputName}' be floats, which a layer 'cast' makes");
            reduction = null;
        }

        int[]? axes = layer.Find("axes") is null ? [.. Enumerable.Range(0, layer.InputShape?.Rank ?? 0)] : AxisArgument.BindAxes(layer, "axes");
        if (axes is null || layer.InputShape is not { } input)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        int[] steps = IndexMap.StepsOf(input);
        int[] kept = [.. Enumerable.Range(0, input.Rank).Except(axes)];
        int[] reduced = [.. axes.OrderBy(axis => axis)];
        bool keeps = layer.Find("keep_dimensions") is DeclaredFlag { Value: true };
        Shape shape = keeps ? new Shape(input.Dimensions.Select((size, axis) => axes.Contains(axis) ? 1 : size).ToEquatableArray())
            : kept.Length == 0 ? Shape.Vector(1)
            : Shape.Of([.. kept.Select(axis => input[axis])]);
        layer.Append(shape, reduction is null ? null : output =>
        {
            ReduceOperation reduce = new(
                layer.Name,
                layer.Sources,
                output,
                reduction.Value,
                Walk.Of([.. kept.Select(axis => input[axis])], [.. kept.Select(axis => steps[axis])]),
                Walk.Of([.. reduced.Select(axis => input[axis])], [.. reduced.Select(axis => steps[axis])]))
            {
                Arguments = layer.Arguments,
            };
            return layer.Elements == ElementType.Float ? reduce : new WholeReduceOperation(reduce, layer.Elements);
        });
    }
}
