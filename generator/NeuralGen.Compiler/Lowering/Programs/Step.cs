using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>An operation with its epilogue and what its numbers say of its code.</summary>
internal sealed record Step
{
    private Step(Operation operation, ActivationOperation? activation, StepForm form)
    {
        Operation = operation;
        Activation = activation;
        Form = form;
    }

    /// <summary>The operation.</summary>
    public Operation Operation { get; }

    /// <summary>The elementwise activation that is computed along with it, or null.</summary>
    public ActivationOperation? Activation { get; init; }

    /// <summary>The sum with another tensor that is computed along with it, before the activation, or null.</summary>
    public AddOperation? Sum { get; init; }

    /// <summary>The tensor that is added along with it, or null.</summary>
    public int? Residual => Sum is null ? null : Sum.Inputs.Single(input => input != Operation.Output);

    /// <summary>The formula that gives the values it reads, and that is computed along with it; null where they lie in a tensor.</summary>
    public MapOperation? Prologue { get; init; }

    /// <summary>The formula of its results that is computed along with it, after all else, or null.</summary>
    public MapOperation? Epilogue { get; init; }

    /// <summary>The form of its code.</summary>
    public StepForm Form { get; init; }

    /// <summary>Whether a weight is zero, so that it ignores its input.</summary>
    public bool HasZeros { get; private init; }

    /// <summary>Whether so few weights are not zero that a list of them is faster for one sample.</summary>
    public bool IsSparseForSample { get; private init; }

    /// <summary>Whether so few weights are not zero that a list of them is faster for many samples.</summary>
    public bool IsSparseForBatch { get; private init; }

    /// <summary>Whether one packed copy of the weights serves one sample and many.</summary>
    public bool IsPackedOnce { get; private init; }

    /// <summary>The layer that the step computes.</summary>
    public string Layer => Operation.Layer;

    /// <summary>The tensors that it reads.</summary>
    public EquatableArray<int> Inputs => Prologue is null && Epilogue is null && Residual is null ? Operation.Inputs : new(
    [
        .. Prologue?.Inputs ?? Operation.Inputs,
        .. Residual is { } residual ? [residual] : Array.Empty<int>(),
        .. Epilogue is { } epilogue ? epilogue.Inputs.Where(input => input != OutputBefore) : [],
    ]);

    /// <summary>The tensor that it writes.</summary>
    public int Output => Epilogue?.Output ?? OutputBefore;

    /// <summary>The tensor that it would write if no formula followed.</summary>
    public int OutputBefore => Activation?.Output ?? Sum?.Output ?? Operation.Output;

    /// <summary>Looks at an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="activation">The elementwise activation that is computed along with it, or null.</param>
    /// <param name="form">The form of its code.</param>
    public static Step Of(Operation operation, ActivationOperation? activation, StepForm form)
    {
        Step step = new(operation, activation, form);
        if (operation is not DenseOperation dense)
        {
            return step with { IsPackedOnce = operation is ConvolutionOperation { IsTransposed: false } };
        }

        int nonZeros = dense.Weights.Values.CountNonZeros();
        bool isSparseForBatch = FormLimits.IsSparse(dense, nonZeros, areManySamples: true);
        return step with
        {
            HasZeros = nonZeros < dense.Weights.Count,
            IsSparseForSample = FormLimits.IsSparse(dense, nonZeros, areManySamples: false),
            IsSparseForBatch = isSparseForBatch,
            IsPackedOnce = FormLimits.HasOnePackedCopy(dense, isSparseForBatch),
        };
    }
}
