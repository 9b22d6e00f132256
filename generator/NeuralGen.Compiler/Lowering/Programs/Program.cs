using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Branches;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>What generated code will do, in order. Of a backward program nothing is folded or pruned: every declared parameter has its derivative.</summary>
internal sealed record Program
{
    /// <summary>Which passes the code makes.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The network as declared.</summary>
    public required Network Declared { get; init; }

    /// <summary>The same function in the operations that are computed.</summary>
    public required Network Network { get; init; }

    /// <summary>The steps in the order of computation.</summary>
    public required EquatableArray<Step> Steps { get; init; }

    /// <summary>Per tensor, which elements the output depends on.</summary>
    public required bool[][] Needed { get; init; }

    /// <summary>Whether the runtime library computes with hardware vectors.</summary>
    public required bool HasVectors { get; init; }

    /// <summary>How many of the steps are computed before the loss: all, or all but the activation that the loss takes over.</summary>
    public required int StepsToLoss { get; init; }

    /// <summary>The tensor that the loss is computed from.</summary>
    public required int LossTensor { get; init; }

    /// <summary>Per tensor, whether it depends on a parameter; all false in a forward program.</summary>
    public required bool[] DependsOnParameters { get; init; }

    /// <summary>Per tensor, whether it depends on the input; all false in a forward program.</summary>
    public required bool[] DependsOnInput { get; init; }

    /// <summary>The form of what computes one sample.</summary>
    public Form Sample { get; init; }

    /// <summary>The form of what computes many.</summary>
    public Form Batch { get; init; }

    /// <summary>The form of what computes the derivatives of the outputs.</summary>
    public Form Jacobian { get; init; }

    /// <summary>Whether training changes the numbers.</summary>
    public bool IsTrainable => Declared.IsTrainable;

    /// <summary>Whether the code may name single numbers: as literals, or as elements of what an instance owns.</summary>
    public bool HasKnownNumbers => IsTrainable || !Declared.HasStoredNumbers;

    /// <summary>The steps before the loss.</summary>
    public IEnumerable<Step> LossSteps => Steps.Take(StepsToLoss);

    /// <summary>The operation that the loss takes over, or null.</summary>
    public Step? OutputStep => StepsToLoss < Steps.Count ? Steps[StepsToLoss] : null;

    /// <summary>The steps that one sample is computed in; of the others the results are parts of what is there.</summary>
    public IReadOnlyList<Step> Calls
    {
        get
        {
            TensorViews views = TensorViews.OfSample(Network);
            return [.. Steps.Where(step => !views.IsView(step.Output) && step.Operation is not ConstantOperation)];
        }
    }

    /// <summary>For each step the sides of branches that alone need it.</summary>
    public IReadOnlyList<BranchSide[]> Sides => BranchSides.Of([.. Steps.Select(step => (step.Inputs, step.Output, step.Operation as BranchOperation))], Network.OutputTensors);

    /// <summary>How many products of a weight and a value the code takes with a statement per node.</summary>
    public long Terms => Steps.Sum(step => CodeSize.Of(step, Needed, !IsTrainable).Terms);

    /// <summary>Whether the output is the input.</summary>
    public bool IsIdentity => Network.OutputTensor < Network.InputCount;

    /// <summary>Whether a weight of zero ignores some input, NaN and infinities included, which products of vectors do not.</summary>
    public bool IgnoresInputs => Steps.Any(step => step.HasZeros);
}
