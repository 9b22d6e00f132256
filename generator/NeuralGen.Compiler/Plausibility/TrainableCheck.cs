using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Programs;

namespace NeuralGen.Compiler.Plausibility;

/// <summary>Refuses trainable networks that have nothing which training could follow.</summary>
internal static class TrainableCheck
{
    /// <summary>The network, or none after a problem.</summary>
    /// <param name="bound">The network.</param>
    /// <param name="problems">Where to report.</param>
    public static BoundNetwork Run(BoundNetwork bound, ProblemList problems)
    {
        if (bound.Network is not { IsTrainable: true } network || Differentiability.WhyNot(network) is not { } reason)
        {
            return bound;
        }

        problems.Report(DeclarationRules.TrainableNeedsDerivative, bound.TrainablePlace, network.Name, reason);
        return bound with { Network = null };
    }
}
