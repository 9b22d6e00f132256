using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Recurrent;

/// <summary>The command <c>recurrent</c> and <c>images</c>: models, call after call, beside ONNX Runtime.</summary>
internal static class RecurrentTable
{
    private const int AgreementCalls = 20;
    private const int Million = 1_000_000;

    /// <summary>Prints the table; with --million also the distribution of the times of a million single calls.</summary>
    public static int Run(IReadOnlyList<RecurrentModel> models, string[] options)
    {
        Console.WriteLine($"{Machine.Description}.\n{OnnxLibrary.Remark}\n");
        Console.WriteLine(MarkdownTable.Header(["model", "µs", "ONNX Runtime", "bytes a call", "difference"]));
        bool agree = true;
        foreach (RecurrentModel model in models)
        {
            Console.WriteLine(Row(model, ref agree));
        }

        if (options.Contains("--million"))
        {
            Console.WriteLine($"\n{CallTimes.Title}");
            foreach (RecurrentModel model in models.Where(model => model.States.Length > 0))
            {
                using ICandidate ours = model.Ours();
                Console.WriteLine(CallTimes.Of(ours, Million).Row(model.Name));
            }
        }

        return agree ? 0 : 1;
    }

    private static string Row(RecurrentModel model, ref bool agree)
    {
        using ICandidate ours = model.Ours();
        using ICandidate? onnx = OnnxLibrary.Functions is { } functions ? model.Onnx(functions) : null;
        double difference = onnx is null ? 0 : Difference(model, ours, onnx);
        agree &= difference <= PeerDifference.Tolerance;
        Measurement[] times = InterleavedTiming.Measure(onnx is null ? [ours] : [ours, onnx], TimingEffort.Full);
        return MarkdownTable.Row(
        [
            model.Name,
            $"{Figures.ThreeDigits(times[0].Median / 1000)} ({Figures.ThreeDigits(times[0].Minimum / 1000)})",
            onnx is null ? Figures.None : Figures.Ratio(times[1].Minimum / times[0].Minimum),
            Figures.Bytes(times[0].BytesPerCall),
            onnx is null ? Figures.None : Figures.Exponential(difference),
        ]);
    }

    /// <summary>The largest difference of the results, relative to the largest of them. Both remember, so that what one call gets wrong is seen in all that
    /// follow.</summary>
    internal static double Difference(RecurrentModel model, ICandidate ours, ICandidate onnx)
    {
        double difference = 0, largest = 0;
        for (int call = 0; call < AgreementCalls; call++)
        {
            ours.Run(1);
            onnx.Run(1);
            for (int i = 0; i < (model.Results?.Length ?? 1); i++)
            {
                difference = Math.Max(difference, Math.Abs((double)(model.Results is null ? ours.Result[0] : model.Results[i]) - onnx.Result[i]));
                largest = Math.Max(largest, Math.Abs(onnx.Result[i]));
            }
        }

        return double.IsFinite(difference) && largest > 0 ? difference / largest : double.PositiveInfinity;
    }
}
