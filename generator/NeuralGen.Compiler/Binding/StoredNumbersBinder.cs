using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Binding;

/// <summary>Decides whether the numbers of a file of weights become a part of the code, or stay in a resource.</summary>
internal static class StoredNumbersBinder
{
    /// <summary>The network with its numbers where they belong.</summary>
    /// <param name="bound">The network with the numbers that the compiler was told.</param>
    /// <param name="again">Binds it with all numbers left in the file.</param>
    /// <param name="problems">Where to report.</param>
    public static BoundNetwork Place(BoundNetwork bound, Func<BoundNetwork> again, ProblemList problems)
    {
        // The first time the numbers that are known were checked one by one; what is left needs their count alone.
        BoundNetwork placed = bound.Network is { ParameterCount: > Network.MostInlineParameters } ? again() : bound;
        if (placed.Network is { Emission: EmissionMode.Unrolled, IsTrainable: false, HasStoredNumbers: true } network)
        {
            problems.Report(WeightRules.StoredInUnrolled, placed.EmissionPlace, network.Name, network.ParameterCount, Network.MostInlineParameters);
            return placed with { Network = null };
        }

        return placed;
    }
}
