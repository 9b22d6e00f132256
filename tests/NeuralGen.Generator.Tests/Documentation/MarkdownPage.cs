using System.Text.RegularExpressions;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>A page of the repository: its code, its links, and what links can lead to.</summary>
internal sealed partial class MarkdownPage
{
    private const string Fence = "```";

    private readonly List<CodeBlock> _blocks = [];
    private readonly List<string> _prose = [];

    private MarkdownPage(string path)
    {
        Path = path;
        Lines = File.ReadAllLines(FullPath);
        Read();
    }

    /// <summary>The path from the root of the repository.</summary>
    public string Path { get; }

    public string FullPath => System.IO.Path.Combine(SourceFolder.Root, Path);

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    /// <summary>The targets of links and images.</summary>
    public IEnumerable<string> Links => _prose.SelectMany(line => Link().Matches(line)).Select(match => match.Groups[1].Value);

    /// <summary>The anchors of headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors => _prose
        .Where(line => Heading().IsMatch(line))
        .Select(line => NotInAnchors().Replace(Heading().Replace(line, "").ToLowerInvariant(), "").Replace(' ', '-'));

    public static MarkdownPage At(string path) => new(path);

    /// <summary>Blocks of a language; those with a marker only where it is asked for.</summary>
    public IEnumerable<CodeBlock> Code(string language, string marker = "") =>
        _blocks.Where(block => block.Language == language && block.Marker == marker);

    private void Read()
    {
        int opening = -1;
        for (int i = 0; i < Lines.Count; i++)
        {
            if (!Lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                if (opening < 0)
                {
                    _prose.Add(InlineCode().Replace(Lines[i], "``"));
                }
            }
            else if (opening < 0)
            {
                opening = i;
            }
            else
            {
                string[] words = Lines[opening][Fence.Length..].Split(' ');
                string text = string.Concat(Lines.Skip(opening + 1).Take(i - opening - 1).Select(line => line + "\n"));
                _blocks.Add(new CodeBlock(words[0], string.Join(' ', words.Skip(1)), opening + 1, text));
                opening = -1;
            }
        }

        Assert.True(opening < 0, $"{Path}({opening + 1}): this block has no end.");
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    /// <summary>Code within a line, which may look like a link.</summary>
    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();
}
