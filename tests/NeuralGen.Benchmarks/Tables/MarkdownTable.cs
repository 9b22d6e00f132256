namespace NeuralGen.Benchmarks.Tables;

/// <summary>Lines of tables.</summary>
internal static class MarkdownTable
{
    public static string Header(IReadOnlyCollection<string> titles) =>
        $"{Row(titles)}\n|{string.Concat(Enumerable.Repeat("---|", titles.Count))}";

    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
