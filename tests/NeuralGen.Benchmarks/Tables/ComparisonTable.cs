using System.Globalization;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>The commands <c>table</c> and <c>gradients</c>: minimum and median times of all candidates as Markdown.</summary>
internal static class ComparisonTable
{
    private const double Tolerance = 1e-5;

    /// <summary>Prints a table for each workload; names such as 4-8-3 choose among the networks.</summary>
    public static int Run(Workload[] workloads, string[] names)
    {
        Console.WriteLine($"{Machine.Description}. {OnnxLibrary.Remark}");
        if (NetworkSuites.Remark is { } remark)
        {
            Console.WriteLine(remark);
        }

        bool agree = true;
        foreach (Workload workload in workloads)
        {
            int rows = WorkloadRows.Of(workload);
            Console.WriteLine($"\n{Title(workload)}: minimum (median)\n");
            Console.WriteLine("| network | ours | ONNX Runtime | ONNX Runtime / ours | TensorPrimitives | plain loops | bytes a call | difference |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (INetworkSuite suite in NetworkSuites.All.Where(suite => names.Length == 0 || names.Contains(suite.Name)))
            {
                using CandidateSet candidates = suite.Create(workload);
                double difference = Agreement.Difference(candidates);
                agree &= difference <= Tolerance;
                Console.WriteLine(Row(suite.Name, candidates, rows, difference));
            }
        }

        Console.WriteLine(agree ? "\nAll results agree." : $"\nResults differ by more than {Tolerance:G}.");
        return agree ? 0 : 1;
    }

    private static string Title(Workload workload) => workload switch
    {
        Workload.Sample => "Batch 1, ns a call",
        Workload.Batch => $"Batch {WorkloadRows.Batch}, ns a row",
        Workload.SampleGradient => "Gradient of one sample, ns a call",
        _ => $"Gradient of a batch of {WorkloadRows.BatchGradient}, ns a row",
    };

    private static string Row(string name, CandidateSet set, int rows, double difference)
    {
        ICandidate[] all = set.All;
        Measurement[] measured = [.. InterleavedTiming.Measure(all).Select(result => result.PerRow(rows))];
        Measurement ours = measured[Array.IndexOf(all, set.Ours)];
        Measurement? onnx = set.Onnx is null ? null : measured[Array.IndexOf(all, set.Onnx)];
        string[] cells =
        [
            name,
            $"**{Number(ours.Minimum)}** ({Number(ours.Median)})",
            onnx is { } known ? $"{Number(known.Minimum)} ({Number(known.Median)})" : "–",
            onnx is { } other ? Number(other.Minimum / ours.Minimum) : "–",
            Number(measured[Array.IndexOf(all, set.Tensors)].Minimum),
            Number(measured[Array.IndexOf(all, set.Plain)].Minimum),
            ours.BytesPerCall.ToString("0", CultureInfo.InvariantCulture),
            difference.ToString("0.0e0", CultureInfo.InvariantCulture),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>Three digits, without exponents.</summary>
    private static string Number(double value) => value.ToString(
        value switch { < 1 => "0.000", < 10 => "0.00", < 100 => "0.0", _ => "0" },
        CultureInfo.InvariantCulture);
}
