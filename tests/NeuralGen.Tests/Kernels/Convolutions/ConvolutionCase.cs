namespace NeuralGen.Tests.Kernels.Convolutions;

// The sizes of a convolution, and the convolution itself in double precision, index by index as it is defined.
public sealed record ConvolutionCase(SpatialCase Space, int Groups, int Channels, int Units, int Samples)
{
    public int WeightCount => Units * (Channels / Groups) * Space.KernelSize;

    public int InputLength => Samples * Space.InputPixels * Channels;

    public int OutputLength => Samples * Space.OutputPixels * Units;

    public static ConvolutionCase Draw(int seed)
    {
        Random random = new(seed);
        while (true)
        {
            ConvolutionCase sizes = Draw(random);

            // Small enough for the reference to be slow.
            if ((long)sizes.OutputLength * sizes.Channels / sizes.Groups * sizes.Space.KernelSize < 300_000)
            {
                return sizes;
            }
        }
    }

    private static ConvolutionCase Draw(Random random)
    {
        SpatialCase space = SpatialCase.Draw(random);
        int samples = random.Next(1, 4);
        (int groups, int channels, int units) = random.Next(4) switch
        {
            0 => Depthwise(random.Next(1, 38)),
            1 => Grouped(random.Next(2, 5), random.Next(1, 10), random.Next(1, 19)),
            _ => (1, random.Next(1, 20), random.Next(1, 42)),
        };
        return new(space, groups, channels, units, samples);
    }

    public double[] Output(Func<int, double> weights, Func<int, double> bias, Func<int, double> input)
    {
        double[] output = new double[OutputLength];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = bias(i % Units);
        }

        ForEachProduct((i, w, o) => output[o] += input(i) * weights(w));
        return output;
    }

    public double[] InputGradient(Func<int, double> weights, Func<int, double> deltas)
    {
        double[] gradient = new double[InputLength];
        ForEachProduct((i, w, o) => gradient[i] += deltas(o) * weights(w));
        return gradient;
    }

    public double[] WeightGradient(Func<int, double> input, Func<int, double> deltas)
    {
        double[] gradient = new double[WeightCount];
        ForEachProduct((i, w, o) => gradient[w] += deltas(o) * input(i));
        return gradient;
    }

    // A transposed convolution exchanges inputs and outputs.
    public double[] TransposedOutput(Func<int, double> weights, Func<int, double> bias, Func<int, double> input)
    {
        double[] output = InputGradient(weights, input);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] += bias(i % Channels);
        }

        return output;
    }

    public override string ToString() => $"{Space}, {Groups} of {Channels} to {Units}, {Samples} samples";

    private static (int Groups, int Channels, int Units) Depthwise(int channels) => (channels, channels, channels);

    private static (int Groups, int Channels, int Units) Grouped(int groups, int channels, int units) => (groups, groups * channels, groups * units);

    // All products of an input and a weight, with the output that they are added to.
    private void ForEachProduct(Action<int, int, int> visit)
    {
        int depth = Channels / Groups;
        for (int output = 0; output < OutputLength; output++)
        {
            int unit = output % Units, row = output / Units;
            int sample = row / Space.OutputPixels, outputPixel = row % Space.OutputPixels;
            int firstChannel = unit / (Units / Groups) * depth;
            for (int tap = 0; tap < Space.KernelSize; tap++)
            {
                int pixel = Space.InputPixel(outputPixel, tap);
                for (int channel = 0; pixel >= 0 && channel < depth; channel++)
                {
                    int input = (((sample * Space.InputPixels) + pixel) * Channels) + firstChannel + channel;
                    visit(input, (((unit * depth) + channel) * Space.KernelSize) + tap, output);
                }
            }
        }
    }
}
