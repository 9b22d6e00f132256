using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Products of the rows of one operand and the factors in another, such as those of squeeze and excitation: the library has a kernel for
/// them, since rows of a few channels are too short for a loop of vectors each.</summary>
internal static class RowScale
{
    private const int FewestFactors = 4;

    /// <summary>The call that computes a formula; null where it is something else.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="map">The formula.</param>
    public static string? Call(LoopBlock block, MapOperation map) =>
        block.Arithmetic.Lanes is not null && RowFactors.Of(map) is { Count: >= FewestFactors } factors
            ? $"global::NeuralGen.Elementwise.Scale({block.Inputs[factors.Rows]}, {block.Inputs[factors.Factors]}, {block.Output});"
            : null;
}
