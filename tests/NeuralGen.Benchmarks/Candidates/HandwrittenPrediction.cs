namespace NeuralGen.Benchmarks.Candidates;

/// <summary>Predictions by a network written by hand, row by row.</summary>
internal sealed class HandwrittenPrediction<TArithmetic>(Problem problem) : ICandidate
    where TArithmetic : struct, IArithmetic
{
    private readonly HandwrittenNetwork<TArithmetic> _network = new(problem);
    private readonly float[] _result = new float[problem.Rows * problem.OutputSize];

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => _result;

    /// <inheritdoc/>
    public void Run(int calls)
    {
        int outputs = problem.OutputSize;
        for (int call = 0; call < calls; call++)
        {
            for (int row = 0; row < problem.Rows; row++)
            {
                _network.Predict(row).CopyTo(_result.AsSpan(row * outputs, outputs));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
