namespace NeuralGen.Benchmarks.Convolutions;

/// <summary>Numbers between -1 and 1, the same in every run.</summary>
internal static class RandomNumbers
{
    public static float[] Make(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }
}
