namespace NeuralGen.Benchmarks.Candidates;

/// <summary>Gradients by a network written by hand, row by row.</summary>
internal sealed class HandwrittenGradient<TArithmetic>(Problem problem) : ICandidate
    where TArithmetic : struct, IArithmetic
{
    private readonly HandwrittenNetwork<TArithmetic> _network = new(problem);
    private readonly float[] _result = new float[problem.ParameterCount];

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => _result;

    /// <inheritdoc/>
    public void Run(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            Array.Clear(_result);
            for (int row = 0; row < problem.Rows; row++)
            {
                _network.AddGradient(row, 1f / problem.Rows, _result);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
