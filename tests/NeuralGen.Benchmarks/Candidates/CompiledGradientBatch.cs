using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.Candidates;

/// <summary>The compiled gradient of all rows.</summary>
internal sealed class CompiledGradientBatch<TNetwork>(Problem problem) : ICandidate
    where TNetwork : struct, IDenseNetwork<TNetwork>
{
    private readonly float[] _result = new float[problem.ParameterCount];

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => _result;

    /// <inheritdoc/>
    public void Run(int calls)
    {
        ReadOnlySpan<float> inputs = problem.Inputs;
        ReadOnlySpan<float> targets = problem.Targets;
        Span<float> result = _result;
        for (int call = 0; call < calls; call++)
        {
            TNetwork.GradientBatch(inputs, targets, result);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
