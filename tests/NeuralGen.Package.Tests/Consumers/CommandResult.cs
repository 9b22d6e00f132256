using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>How a command ended and what it printed.</summary>
internal sealed partial record CommandResult(int ExitCode, string Output)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The errors and warnings of a build, in order; the command prints each once more when it sums up.</summary>
    public IReadOnlyList<BuildMessage> Messages =>
    [
        .. Message().Matches(Output.Split("\nBuild FAILED.", 2)[0]).Select(match => new BuildMessage(
            Path.GetFileName(match.Groups["file"].Value.Trim()), Number(match.Groups["line"]), Number(match.Groups["column"]), match.Groups["code"].Value)),
    ];

    /// <summary>This result, of a command that must have succeeded.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<file>.*?)(\((?<line>\d+),(?<column>\d+)\))? ?: (error|warning) (?<code>[A-Z]+\d+)?", RegexOptions.Multiline)]
    private static partial Regex Message();
}
