using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Evaluation;

/// <summary>The build adds up dense layers in the order of the library's kernels: weights of which some cancel make every other order show.</summary>
public class DenseOrderTests
{
    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    [Theory]
    [InlineData(5, 16)]
    [InlineData(9, 40)]
    [InlineData(17, 33)]
    [InlineData(31, 3)]
    [InlineData(32, 4)]
    [InlineData(33, 1)]
    [InlineData(70, 2)]
    [InlineData(131, 4)]
    [InlineData(700, 5)]
    [InlineData(784, 10)]
    [InlineData(1100, 11)]
    [InlineData(1100, 12)]
    [InlineData(512, 12)]
    [InlineData(520, 12)]
    [InlineData(1100, 13)]
    [InlineData(37, 151)]
    [InlineData(64, 220)]
    [InlineData(20, 97)]
    [InlineData(20, 112)]
    [InlineData(20, 193)]
    [InlineData(23, 49)]
    [InlineData(23, 65)]
    public void One_sample_is_added_up_as_the_packed_kernel_does(int inputs, int units)
    {
        float[] weights = Weights(inputs, units), bias = Bias(units), input = Input(inputs), expected = new float[units];
        new PackedDense(weights, bias, units).Forward(input, expected);
        AssertSame(expected, weights, bias, input, step => step is { IsSparseForSample: false, IsPackedOnce: false });
    }

    [Theory]
    [InlineData(784, 128)]
    [InlineData(1100, 128)]
    [InlineData(401, 256)]
    [InlineData(1030, 128)]
    public void Large_layers_are_added_up_as_the_kernel_for_many_samples_does(int inputs, int units)
    {
        float[] weights = Weights(inputs, units), bias = Bias(units), input = Input(inputs), expected = new float[units];
        new PackedDenseRows(weights, bias, units).Forward(input, expected, 1);
        AssertSame(expected, weights, bias, input, step => step.IsPackedOnce);
    }

    [Theory]
    [InlineData(500, 12)]
    [InlineData(900, 7)]
    public void Layers_of_few_weights_are_added_up_as_the_kernel_of_lists_does(int inputs, int units)
    {
        float[] weights = [.. Weights(inputs, units).Select((weight, i) => i % inputs is 0 or 1 || i % 23 == 0 ? weight : 0)];
        float[] bias = Bias(units), input = Input(inputs), expected = new float[units];
        new SparseDense(weights, bias, units).Forward(input, expected);
        AssertSame(expected, weights, bias, input, step => step.IsSparseForSample);
    }

    /// <summary>A weight of zero ignores its input, also where kernels would multiply both.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Weights_of_zero_ignore_what_is_no_number(bool hasVectors)
    {
        float[] input = Input(9);
        input[3] = float.NaN;
        float[] weights = [.. Weights(9, 12).Select((weight, i) => i % 9 == 3 && i / 9 != 5 ? 0 : weight)], bias = Bias(12);
        double[] found = Evaluate(weights, bias, input, hasVectors, _ => true);
        for (int unit = 0; unit < 12; unit++)
        {
            // Products in the order of the inputs, then the bias.
            float sum = 0;
            for (int i = 0; i < 9; i++)
            {
                sum = weights[(unit * 9) + i] == 0 ? sum : sum + (weights[(unit * 9) + i] * input[i]);
            }

            Assert.Equal((double)(sum + bias[unit]), found[unit]);
        }

        Assert.Equal([5], Enumerable.Range(0, 12).Where(unit => double.IsNaN(found[unit])));
    }

    private static void AssertSame(float[] expected, float[] weights, float[] bias, float[] input, Func<Step, bool> isMeant)
    {
        // Without fused products, kernels round each of them.
        if (!Vector.IsHardwareAccelerated || !(System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported))
        {
            return;
        }

        Assert.Equal(Array.ConvertAll(expected, value => (double)value), Evaluate(weights, bias, input, hasVectors: true, isMeant));
    }

    private static double[] Evaluate(float[] weights, float[] bias, float[] input, bool hasVectors, Func<Step, bool> isMeant)
    {
        string Numbers(IEnumerable<float> values) => $"[{string.Join(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";
        Program program = Lowerer.Lower(
            InterpreterTests.Bind($$"""
                { "inputs": {{input.Length}}, "emission": "vectorized", "layers": [
                    { "type": "dense", "weights": [{{string.Join(", ", weights.Chunk(input.Length).Select(Numbers))}}], "bias": {{Numbers(bias)}} } ] }
                """),
            hasVectors);
        Assert.True(isMeant(Assert.Single(program.Steps)));
        return new ProgramEvaluator(program, hasVectors, Lanes).Predict(Array.ConvertAll(input, value => (double)value));
    }

    private static float[] Weights(int inputs, int units)
    {
        Random random = new(inputs + units);
        return [.. Enumerable.Range(0, inputs * units).Select(i => (i % inputs) switch
        {
            0 => 3.3e7f,
            1 => -3.3e7f,
            _ => (float)((2 * random.NextDouble()) - 1),
        })];
    }

    private static float[] Bias(int units) => [.. Enumerable.Range(0, units).Select(unit => 0.37f + unit)];

    private static float[] Input(int inputs) => [.. Enumerable.Range(0, inputs).Select(i => i < 2 ? 1 : 1 + (i % 5 * 0.1f))];
}
