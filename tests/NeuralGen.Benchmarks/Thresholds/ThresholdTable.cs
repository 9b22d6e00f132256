using System.Globalization;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Thresholds;

/// <summary>The command <c>thresholds</c>: both ways of computing layers about where the library changes from one to the other.</summary>
internal static class ThresholdTable
{
    // Less is within what two runs differ by.
    private const double Clear = 1.1;

    /// <summary>Prints the table.</summary>
    /// <param name="words">What decisions are called that are measured; all where there is none.</param>
    public static int Run(string[] words)
    {
        Console.WriteLine($"{Machine.Description}\n");
        Console.WriteLine("| what is decided | layer | plain, µs | otherwise, µs | gain | taken | |\n|---|---|---|---|---|---|---|");
        int slower = 0;
        foreach (Choice choice in DenseChoices.All().Concat(ConvolutionChoices.All()).Where(choice => words.Length == 0 || words.Any(word => choice.Decision.Contains(word, StringComparison.Ordinal))))
        {
            Measurement[] times = InterleavedTiming.Measure([choice.Plain, choice.Other], TimingEffort.Quick);
            double gain = times[0].Minimum / times[1].Minimum;
            bool isSlower = (choice.IsOtherTaken ? 1 / gain : gain) > Clear;
            slower += isSlower ? 1 : 0;
            Console.WriteLine(MarkdownTable.Row(
            [
                choice.Decision, choice.Layer, Figures.ThreeDigits(times[0].Minimum / 1000), Figures.ThreeDigits(times[1].Minimum / 1000),
                gain.ToString("0.00", CultureInfo.InvariantCulture), choice.IsOtherTaken ? "yes" : "no", isSlower ? "slower" : "",
            ]));
        }

        Console.WriteLine($"\n{slower.ToString(CultureInfo.InvariantCulture)} times the slower way is taken, by more than a tenth.");
        return 0;
    }
}
