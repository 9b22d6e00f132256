namespace NeuralGen.Benchmarks.Suites;

/// <summary>Who computes.</summary>
internal enum CandidateKind
{
    Ours,
    OnnxRuntime,
    C,
    TensorPrimitives,
    PlainLoops,
}
