namespace NeuralGen.Benchmarks.Suites;

/// <summary>What the kinds are called in tables and charts.</summary>
internal static class CandidateKinds
{
    public static readonly CandidateKind[] Peers = [.. Enum.GetValues<CandidateKind>().Where(kind => kind != CandidateKind.Ours)];

    public static string NameOf(CandidateKind kind) => kind switch
    {
        CandidateKind.Ours => "NeuralGen",
        CandidateKind.OnnxRuntime => "ONNX Runtime",
        CandidateKind.MlNet => "ML.NET",
        CandidateKind.C => "best C",
        CandidateKind.TorchSharp => "TorchSharp",
        CandidateKind.TensorPrimitives => "TensorPrimitives",
        _ => "plain loops",
    };
}
