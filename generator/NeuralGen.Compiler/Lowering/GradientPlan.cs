using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering;

/// <summary>
/// What the code of the gradients will do: the network as declared, with nothing folded or pruned, since every declared
/// parameter has its derivative.
/// </summary>
internal sealed record GradientPlan
{
    /// <summary>The network, without what does nothing.</summary>
    public required Network Network { get; init; }

    /// <summary>Its operations as steps, one each.</summary>
    public required EquatableArray<Step> Steps { get; init; }

    /// <summary>How many of the steps are computed before the loss: all, or all but the activation that the loss takes over.</summary>
    public required int StepsToLoss { get; init; }

    /// <summary>The tensor that the loss is computed from.</summary>
    public required int LossTensor { get; init; }

    /// <summary>Per tensor, whether it depends on a parameter.</summary>
    public required bool[] DependsOnParameters { get; init; }

    /// <summary>Per tensor, whether it depends on the input.</summary>
    public required bool[] DependsOnInput { get; init; }

    /// <summary>Whether the gradient of one sample has a statement per node.</summary>
    public required bool IsUnrolled { get; init; }

    /// <summary>Whether the derivatives of the outputs have a statement per node.</summary>
    public required bool IsJacobianUnrolled { get; init; }

    /// <summary>Whether the gradients of a batch have a statement per node for as many rows at a time as a vector has lanes.</summary>
    public bool HasBatchLanes { get; init; }

    /// <summary>Whether nobody goes back through the network.</summary>
    public bool IsForwardOnly { get; init; }

    /// <summary>The steps before the loss.</summary>
    public IEnumerable<Step> LossSteps => Steps.Take(StepsToLoss);

    /// <summary>The operation that the loss takes over, or null.</summary>
    public Step? OutputStep => StepsToLoss < Steps.Count ? Steps[StepsToLoss] : null;
}
