using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering;

/// <summary>What the generated code will do, in order.</summary>
/// <param name="Declared">The network as declared.</param>
/// <param name="Lowered">The same function in fewer operations.</param>
/// <param name="Steps">The steps in the order of computation.</param>
/// <param name="IsSingleMethod">Whether all steps stand in one method, whose local variables are the nodes.</param>
/// <param name="Needed">Per tensor, which elements the output depends on.</param>
/// <param name="HasUnitVectors">Whether one sample is computed by a statement per input and vector of neighbouring nodes.</param>
/// <param name="HasBatchLanes">Whether a batch is computed by a statement per node for as many rows at a time as a vector has lanes.</param>
internal sealed record Plan(
    Network Declared, Network Lowered, EquatableArray<Step> Steps, bool IsSingleMethod, bool[][] Needed, bool HasUnitVectors = false, bool HasBatchLanes = false)
{
    /// <summary>Whether many rows go through all layers together.</summary>
    public bool HasBatchOfRows => !Declared.IsTrainable && !HasBatchLanes && Steps.Count > 0 && CodeShapeSelector.HasBatchOfRows(Lowered, Terms);

    /// <summary>How many products of a weight and a value the unrolled code of a network takes.</summary>
    public long Terms => Steps.Sum(step => CodeSize.Of(step, Needed, !Declared.IsTrainable).Terms);
}
