using System.Globalization;
using System.Text;
using NeuralGen.Benchmarks.Builds;
using NeuralGen.Benchmarks.FirstCalls;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>Every number of a report as comma-separated values, of all variants of C; times are in nanoseconds, by row;
/// bytes are those of a call, and of a build the most memory of the compiler.</summary>
internal static class RawNumbers
{
    public static string Write(ReportResults results)
    {
        StringBuilder text = new("network,workload,candidate,minimum_ns,median_ns,bytes,error\n");
        foreach (Comparison comparison in results.Comparisons)
        {
            foreach (CandidateTime time in comparison.Times)
            {
                string error = time.Kind == CandidateKind.Ours ? comparison.Error.ToString("0.00e0", CultureInfo.InvariantCulture) : "";
                text.Append(CultureInfo.InvariantCulture, $"{comparison.Network},{comparison.Workload},{time.Name},");
                text.Append(CultureInfo.InvariantCulture, $"{time.Time.Minimum:0.####},{time.Time.Median:0.####},{time.Time.BytesPerCall:0.##},{error}\n");
            }
        }

        foreach (FirstCallTime time in results.FirstCalls.SelectMany(times => times))
        {
            AppendCall(text, time, "FirstCall", time.First);
            AppendCall(text, time, "SecondCall", time.Second);
        }

        foreach (BuildRow build in results.Builds)
        {
            text.Append(CultureInfo.InvariantCulture, $"{build.Weights} weights,Build,NeuralGen,,{build.Seconds * 1e9:0},{build.Bytes:0},\n");
            text.Append(CultureInfo.InvariantCulture, $"{build.Weights} weights,ServerBuild,NeuralGen,,{build.ServerSeconds * 1e9:0},,\n");
        }

        return text.ToString();
    }

    private static void AppendCall(StringBuilder text, FirstCallTime time, string workload, Spread spread) =>
        text.Append(CultureInfo.InvariantCulture, $"{time.Network},{workload},{CandidateKinds.NameOf(time.Kind)},{spread.Minimum:0},{spread.Median:0},,\n");
}
