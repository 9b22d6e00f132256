using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering;

/// <summary>Turns a network into the program of its code: rewrites it into fewer operations, then chooses their forms.</summary>
internal static class Lowerer
{
    private static readonly Func<Network, Network>[] PassesOfTrainable =
    [
        BranchSelection.Run,
        IdentityRemoval.Run,
        ConstantFolding.Run,
        FormulaRecognition.Run,
        MapSubstitution.Run,
        DeadOperationRemoval.Run,
    ];

    /// <summary>The program that predicts.</summary>
    /// <param name="network">The network.</param>
    /// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
    public static Program Lower(Network network, bool hasVectors = false)
    {
        bool arePacked = hasVectors && network.Precision == Precision.Single;

        // Nothing may be worked out from numbers that training changes.
        Network lowered = (network.IsTrainable ? PassesOfTrainable : Passes(arePacked)).Aggregate(network, (current, pass) => pass(current));
        Program program = ProgramOf(network, lowered, hasVectors);
        if (program.Sample != Form.Nodes && ChannelsLast.IsWanted(lowered))
        {
            program = ProgramOf(network, ChannelsLast.Run(lowered), hasVectors) with { Sample = program.Sample, Batch = program.Batch };
        }

        return program.Sample == Form.Stages ? program with { Steps = FormulaFusion.Run(program, ActivationEpilogues.Run(program, ConvolutionEpilogues.Run(program, program.Steps))) }
            : program.Sample != Form.Nodes ? program with { Steps = ConvolutionEpilogues.Run(program, program.Steps) }
            : program with { Steps = program.Steps.Select(step => step with { Form = StepForm.Nodes }).ToEquatableArray() };
    }

    private static Func<Network, Network>[] Passes(bool arePacked) =>
    [
        IdentityRemoval.Run,
        ConstantFolding.Run,
        ConstantProducts.Run,
        FormulaRecognition.Run,
        MoveFolding.Run,
        network => NormalizationFolding.Run(network, arePacked),
        MapSubstitution.Run,
        DeadOperationRemoval.Run,
    ];

    private static Program ProgramOf(Network network, Network lowered, bool hasVectors) =>
        FormSelector.Choose(new Program
        {
            Direction = Direction.Forward,
            Declared = network,
            Network = lowered,
            Steps = Steps(lowered).ToEquatableArray(),
            Needed = network.IsTrainable ? NeededElements.All(lowered) : NeededElements.Of(lowered),
            HasVectors = hasVectors,
            StepsToLoss = lowered.Operations.Count,
            LossTensor = lowered.OutputTensor,
            DependsOnParameters = new bool[lowered.Tensors.Count],
            DependsOnInput = new bool[lowered.Tensors.Count],
        });

    private static IEnumerable<Step> Steps(Network network)
    {
        HashSet<int> fused = [];
        TensorUses uses = new(network);
        for (int i = 0; i < network.Operations.Count; i++)
        {
            Operation operation = network.Operations[i];
            if (fused.Contains(i))
            {
                continue;
            }

            ActivationOperation? activation = null;
            if (operation is (DenseOperation or ConvolutionOperation) && uses.SoleConsumer(operation.Output) is { } consumer
                && network.Operations[consumer] is ActivationOperation { Function: ElementwiseActivation } following)
            {
                activation = following;
                fused.Add(consumer);
            }

            yield return Step.Of(operation, activation, FormLimits.Choose(network, operation));
        }
    }
}
