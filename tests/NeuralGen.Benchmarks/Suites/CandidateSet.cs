using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Suites;

/// <summary>The candidates of one network and workload: ONNX Runtime only where it is installed, others that need not be
/// there, such as C in as many variants as were compiled, and all of them only for what they compute.</summary>
internal sealed class CandidateSet(ICandidate ours, ICandidate? onnx, IEnumerable<NamedCandidate> others, ICandidate tensors, ICandidate plain)
    : IDisposable
{
    /// <summary>Gets all that there are.</summary>
    public NamedCandidate[] All { get; } =
    [
        Named(CandidateKind.Ours, ours),
        .. onnx is null ? [] : new[] { Named(CandidateKind.OnnxRuntime, onnx) },
        .. others,
        Named(CandidateKind.TensorPrimitives, tensors),
        Named(CandidateKind.PlainLoops, plain),
    ];

    public ICandidate Ours => ours;

    public ICandidate? Onnx => onnx;

    public ICandidate Tensors => tensors;

    public ICandidate Plain => plain;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (NamedCandidate named in All)
        {
            named.Candidate.Dispose();
        }
    }

    private static NamedCandidate Named(CandidateKind kind, ICandidate candidate) => new(kind, CandidateKinds.NameOf(kind), candidate);
}
