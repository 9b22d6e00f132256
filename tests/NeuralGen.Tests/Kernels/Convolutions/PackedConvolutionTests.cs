using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class PackedConvolutionTests
{
    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Outputs_are_the_sums_over_windows(int seed)
    {
        ConvolutionCase sizes = ConvolutionCase.Draw(seed);
        Random random = new(seed);
        GuardedArray<float> weights = new(sizes.WeightCount, random), bias = new(sizes.Units, random), input = new(sizes.InputLength, random);
        GuardedArray<float> residual = new(sizes.OutputLength, random), output = new(sizes.OutputLength, random);
        PackedConvolution packed = new(weights.Span, bias.Span, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups);
        PackedConvolution withoutBias = new(weights.Span, default, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups);
        double[] sums = sizes.Output(weights.Before, bias.Before, input.Before);
        double[] unbiased = sizes.Output(weights.Before, _ => 0, input.Before);

        withoutBias.Forward(input.Span, output.Span, sizes.Samples);
        AssertClose(i => unbiased[i]);
        packed.Forward(input.Span, output.Span, sizes.Samples);
        AssertClose(i => sums[i]);
        packed.Forward(input.Span, residual.Span, output.Span, sizes.Samples);
        AssertClose(i => sums[i] + residual.Before(i));
        packed.ForwardRelu(input.Span, output.Span, sizes.Samples);
        AssertClose(i => Math.Max(0, sums[i]));
        packed.ForwardRelu(input.Span, residual.Span, output.Span, sizes.Samples);
        AssertClose(i => Math.Max(0, sums[i] + residual.Before(i)));
        packed.Forward(input.Span, output.Span, sizes.Samples, default(Tanh));
        AssertClose(i => Math.Tanh(sums[i]));
        packed.Forward(input.Span, residual.Span, output.Span, sizes.Samples, default(Tanh));
        AssertClose(i => Math.Tanh(sums[i] + residual.Before(i)));
        Assert.True(input.IsUnchanged && residual.IsUnchanged);

        void AssertClose(Func<int, double> expected)
        {
            Assert.True(output.GuardsAreUnchanged, sizes.ToString());
            for (int i = 0; i < sizes.OutputLength; i++)
            {
                double difference = Math.Abs(expected(i) - output.Span[i]);
                Assert.True(difference <= 4e-6 * (1 + Math.Abs(expected(i))), $"{sizes}: {output.Span[i]} at {i} is not {expected(i)}.");
            }

            output.Restore();
        }
    }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void A_sample_has_the_same_outputs_wherever_it_stands(int seed)
    {
        ConvolutionCase sizes = ConvolutionCase.Draw(seed);
        Random random = new(seed);
        GuardedArray<float> weights = new(sizes.WeightCount, random), sample = new(sizes.InputLength / sizes.Samples, random);
        PackedConvolution packed = new(weights.Span, default, sizes.Space.Window(), sizes.Channels, sizes.Units, sizes.Groups);
        float[] alone = new float[sizes.OutputLength / sizes.Samples], all = new float[5 * alone.Length];
        packed.Forward(sample.Span, alone, 1);
        packed.Forward([.. Enumerable.Range(0, 5).SelectMany(_ => sample.Span.ToArray())], all, 5);
        for (int i = 0; i < all.Length; i++)
        {
            Assert.Equal(alone[i % alone.Length], all[i]);
        }
    }
}
