using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>Convolutions and pools step by step: the steps that a window still needs are kept, and stand before those of the call.</summary>
internal static class WindowStep
{
    /// <summary>The axis of a window that runs along time; null where there is none.</summary>
    /// <param name="window">The window.</param>
    /// <param name="axis">The axis of its input that is time; channels are before all others.</param>
    public static WindowAxis? TimeOf(Window window, int axis) => axis >= 1 && axis <= window.Axes.Count ? window.Axes[axis - 1] : null;

    /// <summary>Takes the operation over.</summary>
    /// <param name="builder">The network of one call.</param>
    /// <param name="operation">A convolution or a pool.</param>
    /// <param name="input">What it reads.</param>
    public static void Take(StepBuilder builder, Operation operation, StepTensor input)
    {
        Window window = operation is ConvolutionOperation { IsTransposed: false } convolution ? convolution.Window
            : operation is PoolOperation pool ? pool.Window
            : throw new StepException(operation.Layer, "makes several steps of one");
        if (TimeOf(window, input.Axis) is not { } time)
        {
            throw new StepException(operation.Layer, "needs its channels along axis 0 and its steps behind them") { IsAxis = true };
        }

        int taken = builder.StepsOf(input.Stride);
        int given = builder.StepsOf(input.Stride * time.Stride);
        int kept = time.PaddingBefore + input.Lead;
        if (time.Output * time.Stride != time.Input - input.Lead || time.Extent - 1 - kept > time.Stride - 1)
        {
            throw new StepException(operation.Layer, $"reads later steps, or leaves some out: a kernel that reaches over {time.Extent} steps needs {time.Extent - time.Stride} zeros before the first step and none behind the last{(operation is ConvolutionOperation ? ", as 'padding': 'causal' gives it" : "")}");
        }

        if (kept > 0 && operation is PoolOperation)
        {
            throw new StepException(operation.Layer, "has padding along time, which a pool leaves out");
        }

        Shape shape = builder.ShapeOf(input.Index);
        int source = kept == 0 ? input.Index : Remembered(builder, operation.Layer, input, shape, kept, taken);
        WindowAxis step = time with { Input = kept + taken, PaddingBefore = 0, PaddingAfter = 0, Output = given };
        Window moved = new(window.Axes.Select((axis, i) => i == input.Axis - 1 ? step : axis).ToEquatableArray());
        Shape output = builder.Declared(operation.Output).Shape.With(input.Axis, given);
        int result = builder.Append(operation.Layer, output, index => (operation switch
        {
            ConvolutionOperation layer => layer with { Window = moved },
            PoolOperation layer => layer with { Window = moved },
            _ => operation,
        }).Rewire(new([source]), index));
        builder.Set(operation.Output, new StepTensor(result, input.Axis, input.Stride * time.Stride));
    }

    /// <summary>The steps that are kept with those of the call behind them.</summary>
    private static int Remembered(StepBuilder builder, string layer, StepTensor input, Shape shape, int kept, int taken)
    {
        Shape memory = shape.With(input.Axis, kept);
        Shape all = shape.With(input.Axis, kept + taken);
        int state = builder.Keep($"{layer}_history", memory);
        int[] steps = IndexMap.StepsOf(memory);
        int[] starts = [.. shape.Dimensions.Select((_, axis) => axis == input.Axis ? kept : 0)];
        IndexBox before = new(new(new int[shape.Rank]), memory.Dimensions, 0, 0, new(steps));
        IndexBox now = new(new(starts), shape.Dimensions, 1, 0, new(IndexMap.StepsOf(shape)));
        int joined = builder.Append(layer, all, output => new MoveOperation(layer, new([state, input.Index]), output, "concat", new IndexMap(all, new([before, now]))));
        int next = builder.Append(layer, memory, output => new MoveOperation(
            layer, new([joined]), output, "slice", IndexMap.Along(all, input.Axis, [new AxisRun(0, kept, taken, 1)])));
        builder.Keep(state, next);
        return joined;
    }
}
