using System.Text.RegularExpressions;
using NeuralGen.Generator.Tests.Schema;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>The page about declarations names all that a file may say.</summary>
public partial class DeclaringPageTests
{
    private static readonly HashSet<string> Named =
    [
        .. InlineCode().Matches(string.Join('\n', MarkdownPage.At("src/NeuralGen/docs/declaring.md").Lines)).Select(match => match.Groups[1].Value),
    ];

    [Fact]
    public void It_names_every_activation() => Assert.Empty(NetworkSchema.Values(NetworkSchema.At("definitions", "activationName")).Except(Named));

    [Fact]
    public void It_names_every_layer() => Assert.Empty(NetworkSchema.Values(NetworkSchema.At("definitions", "layer", "properties", "type")).Except(Named));

    [Fact]
    public void It_names_every_key() => Assert.Empty(NetworkSchema.Keys(NetworkSchema.Root).Where(key => key != "$schema").Except(Named));

    [GeneratedRegex("`([a-z_0-9]+)`")]
    private static partial Regex InlineCode();
}
