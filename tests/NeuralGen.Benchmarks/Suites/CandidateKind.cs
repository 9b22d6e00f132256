namespace NeuralGen.Benchmarks.Suites;

/// <summary>Who computes.</summary>
internal enum CandidateKind
{
    Ours,
    OnnxRuntime,
    MlNet,
    C,
    TorchSharp,
    TensorPrimitives,
    PlainLoops,
}
