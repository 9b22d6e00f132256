using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Programs;

/// <summary>Where the values of samples lie that go through all layers, and the derivatives with respect to them.</summary>
public class SamplesMemoryTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(31)]
    public void Values_stay_until_the_step_that_reads_them_and_until_its_derivatives(int group)
    {
        int shared = 0;
        foreach ((string name, Network network, double[][] _) in RandomPrograms.Of(group))
        {
            Program forward = BackwardPrograms.ForwardOfSamples(Lowerer.Lower(network, hasVectors: true));
            shared += Walk(name, forward);
            if (network.OutputTensors.Count == 1)
            {
                shared += Walk(name, BackwardPrograms.Of(network, keepsDropout: true, hasVectors: true, isForKernels: true));
            }
        }

        Assert.InRange(shared, 5, 1000);
    }

    [Fact]
    public void An_activation_takes_the_place_of_what_it_alone_reads()
    {
        const string Dense = """{ "type": "dense", "weights": [[1, 2], [3, 4]] }""";
        Assert.Equal((2, 2), Room($"{Dense}, {Activation("tanh")}"));

        // The input of softplus is needed again for its derivative, and what tanh was computed from is not.
        Assert.Equal((4, 2), Room($"{Dense}, {Activation("softplus")}"));
        Assert.Equal((2, 2), Room($"{Dense}, {Activation("relu")}"));

        // Each needs its own result.
        Assert.Equal((4, 2), Room($"{Dense}, {Activation("tanh")}, {Activation("relu")}"));
        Assert.Equal((4, 4), Room($"{Dense}, {Activation("tanh")}, {Dense}"));
    }

    /// <summary>Numbers of values and of derivatives of a network of two inputs.</summary>
    private static (int Values, int Deltas) Room(string layers)
    {
        Network network = Passes.NetworkText.Read(layers, 2);
        MemoryPlan plan = MemoryPlan.ForSamples(BackwardPrograms.Of(network, keepsDropout: true, hasVectors: true, isForKernels: true));
        return (plan.Values.Size, plan.Deltas.Size);
    }

    private static string Activation(string function) => $$"""{ "type": "activation", "name": "{{function}}", "activation": "{{function}}" }""";

    private static int Walk(string name, Program program)
    {
        MemoryPlan plan = MemoryPlan.ForSamples(program);
        Network network = program.Network;
        int?[] owners = new int?[plan.Values.Size];
        HashSet<int> placed = [];
        int shared = 0;
        foreach (Step step in program.Steps)
        {
            Assert.All(step.Inputs, input => AssertThere($"'{step.Layer}' reads", input));
            if (IsElsewhere(step.Output) || step.Operation is ConstantOperation { Floats: null })
            {
                continue;
            }

            // A view has the values of its source.
            bool isView = plan.Views.IsView(step.Output);
            if (isView)
            {
                Assert.Equal(plan.Values[plan.Views.Source(step.Output)], plan.Values[step.Output]);
            }
            else
            {
                shared += placed.Any(other => plan.Values.AreShared(step.Output, other)) ? 1 : 0;
                Array.Fill(owners, step.Output, plan.Values[step.Output], network.Tensors[step.Output].Size);
            }

            placed.Add(step.Output);
        }

        Assert.All(network.OutputTensors, output => AssertThere("the output", output));
        if (program.Direction == Direction.Forward)
        {
            return shared;
        }

        TensorUses uses = new(network);
        foreach (Step step in program.LossSteps.Where(step => !plan.Views.IsView(step.Output)))
        {
            if (step.Operation is ActivationOperation { Function: ElementwiseActivation function } && !function.DerivativeNeedsInput)
            {
                AssertThere($"the derivative of '{step.Layer}' reads", step.Output);
            }
            else if (step.Operation is DenseOperation or ConvolutionOperation or MatMulOperation or ActivationOperation { Function: ElementwiseActivation } or MapOperation or GroupNormalizationOperation)
            {
                Assert.All(step.Inputs, input => AssertThere($"the derivative of '{step.Layer}' reads", input));
            }

            // Derivatives share a place only along a way that has no branch.
            foreach (int input in step.Inputs.Where(input => plan.Deltas.AreShared(input, step.Output)))
            {
                Assert.Single(step.Inputs);
                Assert.NotNull(uses.SoleConsumer(input));
                Assert.NotEqual(program.LossTensor, input);
            }
        }

        foreach (int one in placed)
        {
            foreach (int other in placed.Where(other => other > one && !plan.Deltas.AreShared(one, other)))
            {
                Assert.True(plan.Deltas[one] + network.Tensors[one].Size <= plan.Deltas[other] || plan.Deltas[other] + network.Tensors[other].Size <= plan.Deltas[one], name);
            }
        }

        return shared;

        bool IsElsewhere(int tensor) => plan.Views.Root(tensor) < network.InputCount;

        void AssertThere(string what, int tensor)
        {
            int root = plan.Views.Root(tensor);
            if (root >= network.InputCount && network.Operations.Single(operation => operation.Output == root) is not ConstantOperation { Floats: null })
            {
                Assert.True(owners.AsSpan(plan.Values[tensor], network.Tensors[tensor].Size).ToArray().All(owner => owner == root), $"{name}: {what} tensor {tensor}.");
            }
        }
    }
}
