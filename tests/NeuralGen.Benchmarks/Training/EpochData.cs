namespace NeuralGen.Benchmarks.Training;

/// <summary>The rows of an epoch, and what is trained on them.</summary>
internal sealed class EpochData
{
    public const int Rows = 10_000;
    public const double LearningRate = 0.001;

    public EpochData()
    {
        Random random = new(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * 10).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        Inputs = inputs;
        Targets = [.. Enumerable.Range(0, Rows).Select(row => MathF.Sin(inputs[row * 10] * 3) + (inputs[(row * 10) + 1] * inputs[(row * 10) + 2]))];
    }

    /// <summary>Gets the sizes of <see cref="EpochNetwork"/>.</summary>
    public static ReadOnlySpan<int> LayerSizes => [10, 100, 100, 1];

    public float[] Inputs { get; }

    public float[] Targets { get; }
}
