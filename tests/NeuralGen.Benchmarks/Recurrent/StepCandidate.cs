using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Recurrent;

/// <summary>A generated network with its state, fed the same input in every call.</summary>
/// <param name="predict">A call; it holds the state.</param>
/// <param name="input">The input.</param>
internal sealed class StepCandidate(Func<float[], float> predict, float[] input) : ICandidate
{
    private readonly float[] _result = new float[1];

    public ReadOnlySpan<float> Result => _result;

    public void Run(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            _result[0] = predict(input);
        }
    }

    public void Dispose()
    {
    }
}
