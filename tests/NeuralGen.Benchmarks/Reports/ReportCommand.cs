using NeuralGen.Benchmarks.Builds;
using NeuralGen.Benchmarks.FirstCalls;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>The command <c>report</c>: measures everything and writes the tables of the page beside the program, a chart, the raw
/// numbers, and the small table of the repository's README.</summary>
internal static class ReportCommand
{
    private const string SectionName = "benchmarks";

    public static int Run(string[] arguments)
    {
        if (ReportOptions.Parse(arguments, out string problem) is not { } options)
        {
            Console.Error.WriteLine(problem);
            return 1;
        }

        Repository repository = Repository.Find();
        ReportResults results = Measure(options);
        string[] complaints =
            [.. results.Comparisons.Where(comparison => !comparison.Difference.Agrees).Select(comparison => $"{comparison.Network}, {comparison.Workload}: {comparison.Difference.Complaint}")];
        if (complaints.Length > 0)
        {
            Console.Error.WriteLine($"Nothing is written.\n{string.Join('\n', complaints)}");
            return 1;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(repository.Chart)!);
        File.WriteAllText(repository.Chart, PredictionChart.Draw(results));
        File.WriteAllText(repository.Numbers, RawNumbers.Write(results));
        WriteSection(repository.Page, ReportText.Write(results));
        WriteSection(repository.Readme, ReportText.Summarize(results));
        Console.WriteLine($"Written: {repository.Page}, {repository.Readme}, {repository.Chart}, {repository.Numbers}");
        return 0;
    }

    private static void WriteSection(string file, string content) =>
        File.WriteAllText(file, MarkedSection.Replace(File.ReadAllText(file), SectionName, content));

    private static ReportResults Measure(ReportOptions options)
    {
        TimingEffort effort = options.IsQuick ? TimingEffort.Quick : TimingEffort.Full;
        List<Comparison> comparisons = [];
        foreach (Workload workload in Enum.GetValues<Workload>())
        {
            foreach (INetworkSuite suite in options.Networks)
            {
                Console.WriteLine($"{suite.Name}: {workload}");
                comparisons.Add(Comparison.Of(suite, workload, effort));
            }
        }

        List<FirstCallTime[]> firstCalls = [];
        foreach (INetworkSuite suite in options.Networks)
        {
            Console.WriteLine($"{suite.Name}: first call");
            firstCalls.Add(FirstCallTable.Measure(suite, options.IsQuick ? 1 : FirstCallTable.Processes));
        }

        Console.WriteLine("builds");
        return new(comparisons, firstCalls, BuildTable.Measure(options.IsQuick ? 1 : BuildTable.Rounds));
    }
}
