using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary><c>pad</c>: the values with others around them, as ONNX's Pad: so many before each axis, then so many behind each.</summary>
internal sealed class PadLayer() : LayerKind(
    "pad",
    new ArgumentDescriptor("padding", ArgumentKind.Integers),
    new ArgumentDescriptor("mode", ArgumentKind.Word),
    new ArgumentDescriptor("value", ArgumentKind.Number))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        PadMode? mode = layer.Find("mode") switch
        {
            null => PadMode.Constant,
            DeclaredWord { Value: var word } => layer.Word<PadMode>("mode", word),
            _ => null,
        };
        double? value = Value(layer, mode);
        EquatableArray<int>? padding = Padding(layer, mode);
        if (mode is null || value is null || padding is not { } around || layer.InputShape is not { } input)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        Shape shape = Shape.Of([.. input.Dimensions.Select((size, axis) => (int)Math.Min(int.MaxValue, size + (long)around[axis] + around[input.Rank + axis]))]);
        layer.Append(shape, output => new MoveOperation(
            layer.Name,
            layer.Sources,
            output,
            Type,
            IndexMap.ByAxis(input, shape, [.. input.Dimensions.Select((size, axis) => Runs(size, around[axis], around[input.Rank + axis], mode.Value))]),
            BitConverter.DoubleToInt64Bits(layer.Elements == ElementType.Float ? layer.Round(value.Value) : value.Value))
        {
            Elements = layer.Elements,
            Arguments = layer.Arguments,
        });
    }

    private static IReadOnlyList<AxisRun> Runs(int size, int before, int after, PadMode mode)
    {
        AxisRun middle = new(before, size, 0, 1);
        return mode switch
        {
            PadMode.Constant => [middle],
            PadMode.Reflect => Filled(new(0, before, before, -1), middle, new(before + size, after, size - 2, -1)),
            _ => Filled(new(0, before, 0, 0), middle, new(before + size, after, size - 1, 0)),
        };
    }

    private static IReadOnlyList<AxisRun> Filled(params AxisRun[] runs) => [.. runs.Where(run => run.Size > 0)];

    private static double? Value(LayerBinding layer, PadMode? mode)
    {
        double? value = layer.Elements == ElementType.Float || layer.InputShape is null
            ? layer.Number("value", 0, value => !double.IsNaN(value) && !double.IsInfinity(layer.Round(value)), $"a finite number{layer.PrecisionWords}")
            : layer.Number("value", 0, value => layer.Elements.Holds(value), $"a value of type '{ElementTypes.Name(layer.Elements)}', which the layer reads");
        if (mode is PadMode.Reflect or PadMode.Edge && value is not null && layer.IsWritten("value"))
        {
            layer.Report(
                WeightRules.OutOfRange,
                layer.Place.Key("value"),
                $"'{layer.Spell("value")}' of layer '{layer.Name}'",
                Texts.Number(value.Value),
                $"left out where '{layer.Spell("mode")}' is not 'constant'");
            return null;
        }

        return value;
    }

    private static EquatableArray<int>? Padding(LayerBinding layer, PadMode? mode)
    {
        if (layer.Integers("padding") is not { } values)
        {
            return null;
        }

        Place place = layer.Place.Key("padding");
        string argument = layer.Spell("padding");
        Shape? input = layer.InputShape;
        if (input is not null && values.Count != 2 * input.Rank)
        {
            layer.Report(
                ShapeRules.AxisCount, place, argument, layer.Name, Texts.Count(values.Count, "number"), Texts.Axes(input.Rank), 2 * input.Rank);
            return null;
        }

        for (int i = 0; i < values.Count; i++)
        {
            // A mirror shows each value once, and never the border.
            int most = mode == PadMode.Reflect && input is not null ? input[i % input.Rank] - 1 : int.MaxValue;
            if (values[i] < 0 || values[i] > most)
            {
                string bounds = most == int.MaxValue ? "at least 0" : $"from 0 to {most} for axis {i % input!.Rank} of {input}, which is reflected";
                layer.Report(WeightRules.OutOfRange, place.At(i), $"'{argument}' of layer '{layer.Name}'", values[i], bounds);
                return null;
            }
        }

        return values;
    }
}
