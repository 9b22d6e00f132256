namespace NeuralGen.Benchmarks.Candidates;

/// <summary>One way to compute one workload, with its buffers allocated beforehand.</summary>
internal interface ICandidate : IDisposable
{
    /// <summary>Gets the result of the last call.</summary>
    public ReadOnlySpan<float> Result { get; }

    /// <summary>Computes the workload that many times; the loop is inside, so that one call of a nanosecond can be timed.</summary>
    public void Run(int calls);
}
