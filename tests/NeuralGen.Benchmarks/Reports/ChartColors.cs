using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>The colours of the bars, which differ for colour-blind readers too.</summary>
internal static class ChartColors
{
    public const string Background = "#ffffff";
    public const string Border = "#d0d7de";
    public const string Grid = "#dfe3e8";
    public const string Text = "#24292f";

    public static string Of(CandidateKind kind) => kind switch
    {
        CandidateKind.Ours => "#0072b2",
        CandidateKind.OnnxRuntime => "#e69f00",
        CandidateKind.MlNet => "#d55e00",
        CandidateKind.C => "#009e73",
        CandidateKind.TorchSharp => "#56b4e9",
        CandidateKind.TensorPrimitives => "#cc79a7",
        _ => "#8c959f",
    };
}
