using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>Recurrent layers step by step: the states behind the steps of one call are those before the steps of the next.</summary>
internal static class RecurrentStep
{
    /// <summary>Takes the operation over.</summary>
    /// <param name="builder">The network of one call.</param>
    /// <param name="layer">The operation.</param>
    /// <param name="inputs">What it reads.</param>
    public static void Take(StepBuilder builder, RecurrentOperation layer, StepTensor[] inputs)
    {
        if (layer.IsReversed)
        {
            throw new StepException(layer.Layer, "goes from the last step to the first");
        }

        if (layer.HasInitialHidden || layer.HasInitialCell)
        {
            throw new StepException(layer.Layer, "is given the state before the first step");
        }

        if (inputs[0].Axis != 0)
        {
            throw new StepException(layer.Layer, "needs its steps along axis 0") { IsAxis = true };
        }

        int steps = builder.StepsOf(inputs[0].Stride);
        bool isLstm = layer.Cell == RecurrentCell.Lstm;
        Shape state = Shape.Vector(layer.Units);
        int hidden = builder.Keep($"{layer.Layer}{layer.Suffix}_hidden", state);
        int? cell = isLstm ? builder.Keep($"{layer.Layer}{layer.Suffix}_cell", state) : null;
        RecurrentOperation step = layer with { Steps = steps, HasInitialHidden = true, HasInitialCell = isLstm };
        int result = builder.Append(layer.Layer, Shape.Vector(step.Size), output => step.Rewire(new(cell is { } kept ? [inputs[0].Index, hidden, kept] : [inputs[0].Index, hidden]), output));
        builder.Keep(hidden, Part((steps - 1) * layer.Units));
        if (cell is not null)
        {
            builder.Keep(cell.Value, Part(steps * layer.Units));
        }

        builder.Set(layer.Output, new StepTensor(result, -1, inputs[0].Stride) { ResultUnits = layer.Units });

        int Part(int start) => builder.Append(layer.Layer, state, output => new MoveOperation(
            layer.Layer, new([result]), output, "slice", new IndexMap(state, new([new IndexBox(new([0]), new([layer.Units]), 0, start, new([1]))]))));
    }
}
