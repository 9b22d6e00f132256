using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>
/// Joins products, reductions, pools, normalisations and resizing with an activation that alone reads their results: it is applied where
/// these lie, so that they take no second room.
/// </summary>
internal static class ActivationEpilogues
{
    /// <summary>The steps with those of activations taken into the steps before them.</summary>
    /// <param name="program">A forward program.</param>
    /// <param name="steps">The steps.</param>
    public static EquatableArray<Step> Run(Program program, IEnumerable<Step> steps)
    {
        TensorUses uses = new(program.Network);
        HashSet<int> joined = [];
        List<Step> results = [];
        foreach (Step step in steps)
        {
            if (joined.Contains(step.Output))
            {
                continue;
            }

            ActivationOperation? activation = TakesActivation(step) && uses.SoleConsumer(step.Output) is { } reader
                ? program.Network.Operations[reader] as ActivationOperation
                : null;
            if (activation is { Function: ElementwiseActivation })
            {
                joined.Add(activation.Output);
                results.Add(step with { Activation = activation });
            }
            else
            {
                results.Add(step);
            }
        }

        return results.ToEquatableArray();
    }

    private static bool TakesActivation(Step step) => step is { Form: StepForm.Loops, Activation: null }
        && step.Operation is MatMulOperation or ReduceOperation or PoolOperation or ResampleOperation or GroupNormalizationOperation { Rows: > 1 };
}
