using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.Candidates;

/// <summary>The compiled gradient of one row.</summary>
internal sealed class CompiledGradient<TNetwork>(Problem problem) : ICandidate
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
            TNetwork.Gradient(inputs, targets, result);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
