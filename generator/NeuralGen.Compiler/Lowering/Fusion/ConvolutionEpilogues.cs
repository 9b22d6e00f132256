using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>
/// Joins packed convolutions with what follows them value by value: the sum with another tensor, and an activation. The kernel does
/// both while its results are in the cache.
/// </summary>
internal static class ConvolutionEpilogues
{
    /// <summary>The steps with those of epilogues taken into their convolutions.</summary>
    /// <param name="program">A forward program.</param>
    /// <param name="steps">The steps.</param>
    public static EquatableArray<Step> Run(Program program, IEnumerable<Step> steps)
    {
        Network network = program.Network;
        if (!program.HasVectors || program.IsTrainable || network.Precision != Precision.Single)
        {
            return steps.ToEquatableArray();
        }

        TensorUses uses = new(network);
        HashSet<int> joined = [];
        List<Step> results = [];
        foreach (Step step in steps)
        {
            if (!joined.Contains(step.Output))
            {
                Step result = step is { Operation: ConvolutionOperation { IsTransposed: false }, Form: StepForm.Loops, Activation: null } ? Join(step) : step;
                joined.UnionWith([.. result.Sum is { } sum ? [sum.Output] : Array.Empty<int>(), result.Output]);
                results.Add(result);
            }
        }

        return results.ToEquatableArray();

        Step Join(Step step)
        {
            if (Reader(step.Output) is AddOperation { Inputs.Count: 2 } sum && IsBefore(sum.Inputs.Single(input => input != step.Output), step.Output))
            {
                step = step with { Sum = sum };
            }

            return Reader(step.Output) is ActivationOperation { Function: ElementwiseActivation { Kernel: not null } } activation
                ? step with { Activation = activation }
                : step;
        }

        Operation? Reader(int tensor) => uses.SoleConsumer(tensor) is { } reader ? network.Operations[reader] : null;

        bool IsBefore(int tensor, int other) =>
            tensor < network.InputCount || network.Operations.First(operation => operation.Output == tensor || operation.Output == other).Output == tensor;
    }
}
