namespace NeuralGen.Tests.Kernels.Convolutions;

// The sizes of a pool, and pools in double precision, window by window as they are defined.
public sealed record PoolCase(SpatialCase Space, int Channels, int Samples)
{
    public int InputLength => Samples * Space.InputPixels * Channels;

    public int OutputLength => Samples * Space.OutputPixels * Channels;

    public static PoolCase Draw(int seed)
    {
        Random random = new(seed);
        return new(SpatialCase.Draw(random), random.Next(1, 45), random.Next(1, 4));
    }

    // The inputs of an output's window, in row-major order.
    public IEnumerable<int> Inputs(int output)
    {
        int channel = output % Channels, row = output / Channels;
        int sample = row / Space.OutputPixels;
        return Enumerable.Range(0, Space.KernelSize)
            .Select(tap => Space.InputPixel(row % Space.OutputPixels, tap))
            .Where(pixel => pixel >= 0)
            .Select(pixel => (((sample * Space.InputPixels) + pixel) * Channels) + channel);
    }

    // As PyTorch finds it: from the first value on whatever is larger or NaN; -1 without values.
    public int Winner(int output, Func<int, double> input)
    {
        int winner = -1;
        foreach (int index in Inputs(output))
        {
            winner = winner < 0 || input(index) > input(winner) || double.IsNaN(input(index)) ? index : winner;
        }

        return winner;
    }

    public int Divisor(int output, bool countPadding) => countPadding ? Space.KernelSize : Inputs(output).Count();
}
