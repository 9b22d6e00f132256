using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>Takes away operations that the output does not depend on.</summary>
internal static class DeadOperationRemoval
{
    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network) => network with { Operations = network.LiveOperations.ToEquatableArray() };
}
