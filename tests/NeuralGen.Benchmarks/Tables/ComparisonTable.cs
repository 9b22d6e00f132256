using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>The commands <c>table</c> and <c>gradients</c>: minimum and median times of all candidates as Markdown.</summary>
internal static class ComparisonTable
{
    /// <summary>Prints a table for each workload; names such as 4-8-3 choose among the networks.</summary>
    public static int Run(Workload[] workloads, string[] names)
    {
        Console.WriteLine(string.Join('\n', [$"{Machine.Description}.", .. Participants.Remarks]));
        List<string> complaints = [];
        foreach (Workload workload in workloads)
        {
            Console.WriteLine($"\n{WorkloadTitles.Of(workload)}: minimum (median)\n");
            Console.WriteLine(MarkdownTable.Header(Titles(workload)));
            foreach (INetworkSuite suite in NetworkSuites.Named(names))
            {
                Comparison comparison = Comparison.Of(suite, workload, TimingEffort.Full);
                Console.WriteLine(MarkdownTable.Row(Cells(comparison)));
                if (!comparison.Difference.Agrees)
                {
                    complaints.Add($"{suite.Name}: {comparison.Difference.Complaint}");
                }
            }
        }

        Console.WriteLine(complaints.Count == 0 ? "\nAll results agree." : $"\n{string.Join('\n', complaints)}");
        return complaints.Count == 0 ? 0 : 1;
    }

    private static string[] Titles(Workload workload) =>
    [
        "network", "ours", "ONNX Runtime", "ONNX Runtime / ours", "best C", "best C / ours",
        .. PackagePeers.Kinds(workload).Select(CandidateKinds.NameOf).SelectMany(name => new[] { name, $"{name} / ours" }),
        "TensorPrimitives", "plain loops", "bytes a call", "difference", "error",
    ];

    private static string[] Cells(Comparison comparison)
    {
        Measurement ours = comparison.Ours;
        CandidateTime? onnx = comparison.Fastest(CandidateKind.OnnxRuntime);
        CandidateTime? c = comparison.Fastest(CandidateKind.C);
        return
        [
            comparison.Network,
            $"**{Figures.ThreeDigits(ours.Minimum)}** ({Figures.ThreeDigits(ours.Median)})",
            Times(onnx),
            Ratio(onnx, ours),
            c is null ? Figures.None : $"{Figures.ThreeDigits(c.Time.Minimum)} ({c.Name})",
            Ratio(c, ours),
            .. PackagePeers.Kinds(comparison.Workload).Select(comparison.Fastest).SelectMany(peer => new[] { Times(peer), Ratio(peer, ours) }),
            Figures.ThreeDigits(comparison.Fastest(CandidateKind.TensorPrimitives)!.Time.Minimum),
            Figures.ThreeDigits(comparison.Fastest(CandidateKind.PlainLoops)!.Time.Minimum),
            Figures.Bytes(ours.BytesPerCall),
            Figures.Exponential(comparison.Difference.Value),
            Figures.Exponential(comparison.Error),
        ];
    }

    private static string Times(CandidateTime? peer) =>
        peer is null ? Figures.None : $"{Figures.ThreeDigits(peer.Time.Minimum)} ({Figures.ThreeDigits(peer.Time.Median)})";

    private static string Ratio(CandidateTime? peer, Measurement ours) =>
        peer is null ? Figures.None : Figures.ThreeDigits(peer.Time.Minimum / ours.Minimum);
}
