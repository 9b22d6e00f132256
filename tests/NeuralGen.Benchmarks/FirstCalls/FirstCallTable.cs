using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.FirstCalls;

/// <summary>The command <c>first-call</c>: how long a fresh process takes for its first prediction.</summary>
internal static class FirstCallTable
{
    public const string Title = "First call of a process, ms (second call, µs)";
    public const int Processes = 5;

    private static CandidateKind[] Kinds =>
    [
        CandidateKind.Ours,
        .. OnnxLibrary.Functions is null ? [] : new[] { CandidateKind.OnnxRuntime },
        CandidateKind.TensorPrimitives,
        CandidateKind.PlainLoops,
    ];

    /// <summary>Prints the table; names such as 4-8-3 choose among the networks.</summary>
    public static int Run(string[] names)
    {
        Console.WriteLine($"{Machine.Description}. {OnnxLibrary.Remark}\n\n{Title}, medians of {Processes} processes\n\n{Header}");
        foreach (INetworkSuite suite in NetworkSuites.Named(names))
        {
            Console.WriteLine(Row(Measure(suite, Processes)));
        }

        return 0;
    }

    public static string Header => MarkdownTable.Header(["network", .. Kinds.Select(CandidateKinds.NameOf)]);

    /// <summary>Measures all kinds in turns.</summary>
    public static FirstCallTime[] Measure(INetworkSuite suite, int processes)
    {
        CandidateKind[] kinds = Kinds;
        (double First, double Second)[][] times =
            [.. Enumerable.Range(0, processes).Select(_ => kinds.Select(kind => FirstCallProcess.Start(suite.Name, kind)).ToArray())];
        return
        [
            .. kinds.Select((kind, i) => new FirstCallTime(
                suite.Name,
                kind,
                Spread.Of(times.Select(process => process[i].First)),
                Spread.Of(times.Select(process => process[i].Second)))),
        ];
    }

    /// <summary>The row of a network.</summary>
    public static string Row(FirstCallTime[] times) => MarkdownTable.Row(
        [times[0].Network, .. times.Select(time => $"{Figures.ThreeDigits(time.First.Median / 1e6)} ({Figures.ThreeDigits(time.Second.Median / 1e3)})")]);
}
