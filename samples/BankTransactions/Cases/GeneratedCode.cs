namespace BankTransactions.Cases;

/// <summary>Shows a piece of the generated code, which the build leaves beside the program.</summary>
internal static class GeneratedCode
{
    /// <summary>The lines of a network's first <c>Predict</c>, moved to the left margin.</summary>
    public static IEnumerable<string> Predict(string network)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "generated", $"BankTransactions.Networks.{network}.g.cs"));
        int start = Array.FindIndex(lines, line => line.Contains(" Predict(", StringComparison.Ordinal));
        string indentation = lines[start][..lines[start].IndexOf("public", StringComparison.Ordinal)];
        int end = Array.FindIndex(lines, start, line => line == indentation + "}");
        return lines[start..(end + 1)].Select(line => line.Length == 0 ? line : line[indentation.Length..]);
    }
}
