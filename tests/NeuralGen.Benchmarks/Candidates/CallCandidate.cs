namespace NeuralGen.Benchmarks.Candidates;

/// <summary>Calls of a kernel.</summary>
/// <param name="call">One call.</param>
/// <param name="result">What it writes.</param>
internal sealed class CallCandidate(Action call, float[] result) : ICandidate
{
    public ReadOnlySpan<float> Result => result;

    public void Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            call();
        }
    }

    public void Dispose()
    {
    }
}
