using System.Text.RegularExpressions;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Diagnostics;

/// <summary>The page of a rule: its sections, and the code in them.</summary>
internal sealed partial class RulePage
{
    private const string Fence = "```";

    private readonly string[] _lines;

    /// <summary>Reads the page of a rule.</summary>
    public RulePage(string id) => _lines = File.ReadAllLines(Path.Combine(RuleCatalog.Pages, id + ".md"));

    /// <summary>The first line.</summary>
    public string Title => _lines[0];

    /// <summary>The headings of sections in order.</summary>
    public IEnumerable<string> Sections => _lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);

    /// <summary>The text of a section.</summary>
    public string Text(string section) => string.Join('\n', Lines(section)).Trim();

    /// <summary>The code of a section: languages and texts.</summary>
    public IReadOnlyList<(string Language, string Text)> Blocks(string section)
    {
        List<(string Language, string Text)> blocks = [];
        List<string>? open = null;
        string language = "";
        foreach (string line in Lines(section))
        {
            if (open is not null && line == Fence)
            {
                blocks.Add((language, string.Join('\n', open) + "\n"));
                open = null;
            }
            else if (open is not null)
            {
                open.Add(line);
            }
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = line[Fence.Length..];
                open = [];
            }
        }

        Assert.Null(open);
        return blocks;
    }

    /// <summary>The project of a section: its C#, its files, which a first comment names, and those that are missing.</summary>
    public GeneratorHost Project(string section, GeneratorHost host)
    {
        int sources = 0;
        foreach ((string language, string text) in Blocks(section))
        {
            if (language == "csharp")
            {
                host.Source(text, $"Source{sources++}.cs");
            }
            else if (language == "json")
            {
                string first = text[..text.IndexOf('\n')];
                Assert.StartsWith("// ", first, StringComparison.Ordinal);
                host.File(first[3..], text);
            }
            else if (language == "xml" && ListedFile().Match(text) is { Success: true } listed)
            {
                host.UnreadableFile(listed.Groups[1].Value);
            }
        }

        return host;
    }

    [GeneratedRegex("AdditionalFiles Include=\"(missing.*?)\"")]
    private static partial Regex ListedFile();

    private IEnumerable<string> Lines(string section) => _lines
        .SkipWhile(line => line != "## " + section)
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
}
