using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Suites;

/// <summary>The candidates of one network and workload; ONNX Runtime only where it is installed, and not for gradients,
/// which it does not compute.</summary>
internal sealed class CandidateSet(ICandidate ours, ICandidate? onnx, ICandidate tensors, ICandidate plain) : IDisposable
{
    public ICandidate Ours => ours;

    public ICandidate? Onnx => onnx;

    public ICandidate Tensors => tensors;

    public ICandidate Plain => plain;

    /// <summary>Gets all that there are.</summary>
    public ICandidate[] All => [.. new[] { ours, onnx, tensors, plain }.OfType<ICandidate>()];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ICandidate candidate in All)
        {
            candidate.Dispose();
        }
    }
}
