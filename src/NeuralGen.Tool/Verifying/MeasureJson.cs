using System.Text.Json.Nodes;
using NeuralGen.Tool.Output;

namespace NeuralGen.Tool.Verifying;

/// <summary>Writes how far outputs are off as JSON.</summary>
internal static class MeasureJson
{
    /// <summary>The document.</summary>
    public static JsonObject Of(ErrorMeasure measure) => measure.Missing is { } missing
        ? new JsonObject { ["samples"] = 0, ["missing"] = missing }
        : new JsonObject
        {
            ["samples"] = measure.Samples,
            ["failed"] = measure.Failed,
            ["maxAbsoluteError"] = JsonAnswer.Number(measure.Absolute),
            ["maxRelativeError"] = JsonAnswer.Number(measure.Relative),
            ["maxUlp"] = JsonAnswer.Number(measure.Ulp),
            ["worst"] = measure.Worst is not { } worst ? null : new JsonObject
            {
                ["sample"] = worst.Sample,
                ["output"] = worst.Output,
                ["index"] = worst.Index,
                ["expected"] = JsonAnswer.Number(worst.Expected),
                ["found"] = JsonAnswer.Number(worst.Found),
            },
        };
}
