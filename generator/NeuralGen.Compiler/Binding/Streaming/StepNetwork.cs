using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>
/// Makes of a network over a sequence the network of one call, which takes as many steps as the strides along time multiply to and gives one. What
/// layers need of the steps before are states: inputs that get what outputs were in the call before.
/// </summary>
internal static class StepNetwork
{
    /// <summary>Makes the network; null after a problem.</summary>
    /// <param name="sequence">The network over a whole sequence.</param>
    /// <param name="placeOf">Where a layer is declared; of null, where the network says that it keeps states.</param>
    /// <param name="problems">Where to report.</param>
    public static Network? Of(Network sequence, Func<string?, Place> placeOf, ProblemList problems)
    {
        StepException? furthest = null;
        int reached = -1;

        // Nothing says which axis is time: layers decide it, the first that only one of them suits.
        foreach (int axis in Enumerable.Range(0, Math.Max(1, sequence.Input.Shape.Rank)))
        {
            StepBuilder builder = new(sequence, axis);
            try
            {
                return builder.Build();
            }
            catch (StepException exception)
            {
                if (builder.Done > reached || (builder.Done == reached && furthest!.IsAxis))
                {
                    (furthest, reached) = (exception, builder.Done);
                }
            }
        }

        string what = furthest!.Layer is { } layer ? $"Layer '{layer}'" : $"Network '{sequence.Name}'";
        problems.Report(StateRules.NotStepwise, placeOf(furthest.Layer), what, furthest.Message);
        return null;
    }

    /// <summary>The shapes of a network's states.</summary>
    public static EquatableArray<Port> States(Network? network) => network is null
        ? default
        : network.States.Select((name, i) => network.Tensors[network.PortCount + i] is var tensor ? new Port(name, tensor.Shape, tensor.Type) : null!).ToEquatableArray();
}
