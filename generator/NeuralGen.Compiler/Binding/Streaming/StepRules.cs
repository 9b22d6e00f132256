using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>How each kind of operation goes step by step.</summary>
internal static class StepRules
{
    /// <summary>Takes an operation over into the network of one call.</summary>
    /// <param name="builder">The network.</param>
    /// <param name="operation">The operation, of the sequence.</param>
    /// <exception cref="StepException">It cannot go step by step.</exception>
    public static void Take(StepBuilder builder, Operation operation)
    {
        StepTensor[] inputs = [.. operation.Inputs.Select(input => builder[input])];
        if (operation is MoveOperation move && inputs.Any(input => input.IsSequence || input.ResultUnits > 0))
        {
            MoveStep.Take(builder, move, inputs);
            return;
        }

        if (inputs.Any(input => input.ResultUnits > 0 || (input.Lead > 0 && operation is not ConvolutionOperation)))
        {
            throw new StepException(operation.Layer, "reads steps that the input does not have");
        }

        if (!inputs.Any(input => input.IsSequence))
        {
            // What follows the last step has one value for it, and is computed at each.
            builder.Take(operation, builder.Declared(operation.Output).Shape, new StepTensor(0, -1, inputs.Select(input => input.Stride).Append(1).Max()));
            return;
        }

        switch (operation)
        {
            case RecurrentOperation recurrent:
                RecurrentStep.Take(builder, recurrent, inputs);
                break;
            case ConvolutionOperation { IsDense: false } or PoolOperation:
                WindowStep.Take(builder, operation, inputs[0]);
                break;
            default:
                ElementStep.Take(builder, operation, inputs);
                break;
        }
    }

    /// <summary>The distance, in steps of what it reads, between two steps that an operation computes.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="axis">The axis of the network's input that is taken for time.</param>
    public static int StrideOf(Operation operation, int axis) => operation switch
    {
        ConvolutionOperation { IsDense: false, IsTransposed: false } convolution => WindowStep.TimeOf(convolution.Window, Math.Max(1, axis)) is { } time ? time.Stride : 1,
        PoolOperation pool => WindowStep.TimeOf(pool.Window, Math.Max(1, axis)) is { } time ? time.Stride : 1,
        _ => 1,
    };
}
