using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Lowering.Evaluation;

/// <summary>What the steps of programs compute, with all that was joined, against the networks as declared; without any code.</summary>
public class LoweredProgramTests
{
    [Theory]
    [InlineData(0, true, 4)]
    [InlineData(1, true, 8)]
    [InlineData(2, true, 16)]
    [InlineData(3, false, 8)]
    public void Steps_compute_what_was_declared(int group, bool hasVectors, int lanes)
    {
        int joined = 0;
        foreach ((string name, Network network, double[][] inputs) in RandomPrograms.Of(group))
        {
            Rounding rounding = new(network.Precision);
            double[][] rounded = [.. inputs.Select((values, i) => network.Tensors[i].Type == Compiler.Values.ElementType.Float ? rounding.Of(values) : values)];
            double[][] declared = Interpreter.Evaluate(network, rounded);
            Program program = Lowerer.Lower(network, hasVectors);
            Program samples = BackwardPrograms.ForwardOfSamples(program);
            joined += program.Steps.Count(step => step.Activation is not null || step.Sum is not null || step.Prologue is not null || step.Epilogue is not null);
            foreach (Program each in new[] { program, samples, BackwardPrograms.Of(network, keepsDropout: false, hasVectors, isForKernels: true) })
            {
                double[][] found = new ProgramEvaluator(each, hasVectors, lanes).Predict(inputs);
                Assert.Equal(network.OutputTensors.Count, found.Length);
                for (int i = 0; i < found.Length; i++)
                {
                    Close($"{name}, output {i}", declared[network.OutputTensors[i]], found[i], network.Precision == Compiler.Values.Precision.Double ? 1e-9 : 1e-3);
                }
            }
        }

        Assert.True(joined > 10);
    }

    private static void Close(string what, double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        Assert.All(expected.Zip(actual), pair => Assert.True(
            pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= tolerance * scale, $"{what}: {pair.Second:R} instead of {pair.First:R}"));
    }
}
