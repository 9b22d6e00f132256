using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>Operations that compute each step by itself.</summary>
internal static class ElementStep
{
    /// <summary>Takes the operation over.</summary>
    /// <param name="builder">The network of one call.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="inputs">What it reads; one at least is a sequence.</param>
    public static void Take(StepBuilder builder, Operation operation, StepTensor[] inputs)
    {
        StepTensor first = inputs.First(input => input.IsSequence);
        Shape declared = builder.Declared(operation.Output).Shape;

        // Broadcasting counts axes from the last one.
        int end = builder.ShapeOf(first.Index).Rank - first.Axis;
        if (inputs.Any(input => input.IsSequence && (input.Stride != first.Stride || builder.ShapeOf(input.Index).Rank - input.Axis != end)))
        {
            throw new StepException(operation.Layer, "reads sequences whose steps do not belong together");
        }

        int axis = declared.Rank - end;
        int time = builder.Declared(operation.Inputs[Array.IndexOf(inputs, first)]).Shape[first.Axis];
        if (axis < 0 || declared[axis] != time)
        {
            throw new StepException(operation.Layer, "does not give a value for each step");
        }

        Shape shape = declared.With(axis, builder.StepsOf(first.Stride));
        builder.Take(Of(builder, operation, declared, shape, axis), shape, new StepTensor(0, axis, first.Stride));
    }

    private static Operation Of(StepBuilder builder, Operation operation, Shape declared, Shape shape, int axis)
    {
        int last = shape.Rank - 1;
        switch (operation)
        {
            case DropoutOperation or DenseOperation or CastOperation:
            case ActivationOperation { Function: ElementwiseActivation { Slopes: null } }:
            case ActivationOperation { Function.Slopes.Count: 1 }:
                return operation;
            case AddOperation add:
                return add with { Size = shape.Size };
            case ActivationOperation { Function: PreluActivation prelu } activation:
                return activation with { Function = prelu with { Channels = Channels(operation, prelu.Channels, declared, shape, axis) } };
            case NormalizationOperation normalization:
                return normalization with { Channels = Channels(operation, normalization.Channels, declared, shape, axis) };
            case BatchNormalizationOperation batch:
                return batch with { Channels = Channels(operation, batch.Channels, declared, shape, axis) };
            case GroupNormalizationOperation { Channels.HasChannels: false } rows when axis < last && rows.Length == declared.Features:
                return rows with { Rows = shape.Size / shape.Features };
            case ConvolutionOperation { IsDense: true } dense when axis < last:
                int pixels = shape.Size / shape.Features;
                return dense with { Window = new Window(new([new WindowAxis(pixels, 1, 1, 1, 0, 0, pixels)])) };
            case SoftmaxOperation softmax:
                int along = Enumerable.Range(0, declared.Rank).First(candidate => declared[candidate] == softmax.Length && declared.Product(candidate + 1, declared.Rank) == softmax.Inner);
                return along == axis
                    ? throw new StepException(operation.Layer, "looks at all steps at once")
                    : softmax with { Outer = shape.Product(0, along), Inner = shape.Product(along + 1, shape.Rank) };
            case ConcatOperation concat when axis > 0:
                return concat with { Sizes = concat.Inputs.Select(input => builder.ShapeOf(builder[input].Index).Size).ToEquatableArray() };
            case MapOperation map:
                return map with { Size = shape.Size, Walks = map.Inputs.Select(input => Walk(builder, operation, input, declared, shape)).ToEquatableArray() };
            default:
                throw new StepException(operation.Layer, "looks at several steps at once");
        }
    }

    /// <summary>How an operand is met again and again; one that is no sequence must have no axis where that has its steps.</summary>
    private static Walk Walk(StepBuilder builder, Operation operation, int input, Shape declared, Shape shape)
    {
        StepTensor tensor = builder[input];
        Shape operand = builder.ShapeOf(tensor.Index);
        int axis = operand.Rank - (shape.Rank - Enumerable.Range(0, shape.Rank).FirstOrDefault(candidate => shape[candidate] != declared[candidate]));
        if (!tensor.IsSequence && axis >= 0 && operand[axis] > 1)
        {
            throw new StepException(operation.Layer, $"has other numbers for each step in '{builder.Declared(input).Name}'");
        }

        return Networks.Walks.Walk.Broadcast(operand, shape);
    }

    private static ChannelMap Channels(Operation operation, ChannelMap channels, Shape declared, Shape shape, int axis)
    {
        int along = Enumerable.Range(0, declared.Rank).FirstOrDefault(candidate => ChannelMap.Along(declared, candidate) == channels);
        return !channels.HasChannels || along == axis
            ? throw new StepException(operation.Layer, "has numbers for each step")
            : ChannelMap.Along(shape, along);
    }
}
