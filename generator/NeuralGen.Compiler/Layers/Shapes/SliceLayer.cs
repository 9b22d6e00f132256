using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary>
/// <c>slice</c>: along an axis the positions from <c>start</c> up to but without <c>end</c>, in steps, as Python's slices: negative ones
/// count from the end, and what lies beyond the axis is cut off.
/// </summary>
internal sealed class SliceLayer() : LayerKind(
    "slice",
    new ArgumentDescriptor("axis", ArgumentKind.Integer),
    new ArgumentDescriptor("start", ArgumentKind.Integer),
    new ArgumentDescriptor("end", ArgumentKind.Integer),
    new ArgumentDescriptor("step", ArgumentKind.Integer))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", 0);
        int? step = (int?)layer.Number("step", 1, value => value != 0, "other than 0");
        bool isSound = layer.Find("start") is null or DeclaredNumber && layer.Find("end") is null or DeclaredNumber;
        if (axis is null || step is null || !isSound || layer.InputShape is not { } input)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        AxisRun run = Run(layer, input[axis.Value], step.Value);
        if (run.Size == 0)
        {
            string side = layer.IsWritten("end") ? "end" : "start";
            layer.Report(
                ShapeRules.EmptySlice, layer.Place.Key(side), layer.Name, axis, layer.InputName, input, Words(layer, "start", step > 0 ? "the first" : "the last"), Words(layer, "end", step > 0 ? "the last" : "the first"), step);
            layer.Append((Shape?)null, null);
            return;
        }

        layer.Append(
            input.With(axis.Value, run.Size),
            output => new MoveOperation(layer.Name, layer.Sources, output, Type, IndexMap.Along(input, axis.Value, [run]))
            {
                Arguments = layer.Arguments,
            });
    }

    /// <summary>The positions, by the rules of Python's slice objects (Library Reference, slice.indices).</summary>
    private static AxisRun Run(LayerBinding layer, int size, int step)
    {
        (int least, int most) = step > 0 ? (0, size) : (-1, size - 1);
        int start = Position("start", step > 0 ? least : most);
        int end = Position("end", step > 0 ? most : least);
        long count = step > 0 ? ((long)end - start + step - 1) / step : ((long)start - end - step - 1) / -(long)step;
        return new AxisRun(0, (int)Math.Max(0, count), start, count > 1 ? step : 1);

        int Position(string argument, int absent) => layer.Find(argument) is DeclaredNumber { Value: var value }
            ? (int)Math.Max(least, Math.Min(most, value < 0 ? value + size : value))
            : absent;
    }

    private static object Words(LayerBinding layer, string argument, string absent) => layer.Find(argument) is DeclaredNumber { Value: var value } ? (int)value : absent;
}
