namespace NeuralGen.Benchmarks.Suites;

/// <summary>What the kinds are called in tables and charts.</summary>
internal static class CandidateKinds
{
    public static readonly CandidateKind[] Peers = [CandidateKind.OnnxRuntime, CandidateKind.C, CandidateKind.TensorPrimitives, CandidateKind.PlainLoops];

    public static string NameOf(CandidateKind kind) => kind switch
    {
        CandidateKind.Ours => "NeuralGen",
        CandidateKind.OnnxRuntime => "ONNX Runtime",
        CandidateKind.C => "best C",
        CandidateKind.TensorPrimitives => "TensorPrimitives",
        _ => "plain loops",
    };
}
