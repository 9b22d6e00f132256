namespace NeuralGen.Training;

/// <summary>A process that trains alone.</summary>
internal sealed class SingleProcess : ITrainingGroup
{
    private SingleProcess()
    {
    }

    public static SingleProcess Instance { get; } = new();

    public int Rank => 0;

    public int Size => 1;

    public void Sum(Span<float> values)
    {
    }

    public void Sum(Span<double> values)
    {
    }

    public void Broadcast(Span<byte> values)
    {
    }

    public IReadOnlyList<byte[]> Gather(ReadOnlySpan<byte> values) => [values.ToArray()];

    public void Fail(Exception exception)
    {
    }
}
