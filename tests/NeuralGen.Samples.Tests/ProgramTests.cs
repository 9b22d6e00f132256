using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralGen.Samples.Tests;

/// <summary>Samples that run to their end.</summary>
public class ProgramTests
{
    [Fact]
    public async Task Nuclei_are_read_as_scikit_learn_reads_them()
    {
        Match summary = Regex.Match(await SampleProgram.Run("CellNuclei"), @"(?<right>[0-9.]+) % of 143 test images are right; scikit-learn's probabilities differ by at most (?<error>\S+)\.\n");
        Assert.Equal(97.9, double.Parse(summary.Groups["right"].Value, CultureInfo.InvariantCulture));
        Assert.InRange(double.Parse(summary.Groups["error"].Value, CultureInfo.InvariantCulture), 0, 1e-5);
    }

    [Fact]
    public async Task The_policy_loses_no_game() =>
        Assert.Matches(@"2000 games: \d+ won, \d+ drawn, 0 lost\.", await SampleProgram.Run("NoughtsAndCrosses"));

    [Fact]
    public async Task The_policy_punishes_a_mistake_and_takes_no_nonsense()
    {
        string output = await SampleProgram.Run("NoughtsAndCrosses", "x\n1\n1\n2\n4\n8\n6\n9\n3\n7\n5\n", "play");
        Assert.Contains("Say the number of a free place.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("You win.", output, StringComparison.Ordinal);
        Assert.Matches("You lose|Nobody wins", output);
    }

    [Fact]
    public async Task The_pole_stands_and_nothing_is_allocated()
    {
        string output = await SampleProgram.Run("PoleBalance");
        Assert.Contains("4000 steps of 1 ms", output, StringComparison.Ordinal);
        Assert.Contains(" 0 bytes allocated.", output, StringComparison.Ordinal);
    }
}
