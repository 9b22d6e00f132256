using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.Candidates;

/// <summary>The compiled network, all rows in one call.</summary>
internal sealed class CompiledBatch<TNetwork>(Problem problem) : ICandidate
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    private readonly float[] _result = new float[problem.Rows * problem.OutputSize];

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => _result;

    /// <inheritdoc/>
    public void Run(int calls)
    {
        ReadOnlySpan<float> inputs = problem.Inputs;
        Span<float> result = _result;
        for (int call = 0; call < calls; call++)
        {
            TNetwork.PredictBatch(inputs, result);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
