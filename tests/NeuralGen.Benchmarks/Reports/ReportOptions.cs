using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>The options of the command <c>report</c>.</summary>
internal sealed record ReportOptions(INetworkSuite[] Networks, bool IsQuick)
{
    private const string QuickOption = "--quick";
    private const string NetworksOption = "--networks";

    /// <summary>Reads the options, or explains in <paramref name="problem"/> why it cannot.</summary>
    public static ReportOptions? Parse(string[] arguments, out string problem)
    {
        string[] rest = [.. arguments.Where(argument => argument != QuickOption)];
        string[] names = rest is [NetworksOption, ..] ? rest[1..] : [];
        string? unknown = rest.Length > 0 && names.Length == 0
            ? rest[0]
            : names.FirstOrDefault(name => NetworkSuites.All.All(suite => suite.Name != name));
        problem = unknown is null
            ? ""
            : $"'{unknown}' is not understood: report [{QuickOption}] [{NetworksOption} {string.Join(' ', NetworkSuites.All.Select(suite => suite.Name))}]";
        return unknown is null ? new(NetworkSuites.Named(names), rest.Length < arguments.Length) : null;
    }
}
