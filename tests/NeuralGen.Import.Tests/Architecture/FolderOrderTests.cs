using System.Text.RegularExpressions;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Architecture;

/// <summary>Folders of the importer use only those before them.</summary>
public sealed partial class FolderOrderTests
{
    private static readonly string[] Order = ["Protobuf", "Graphs", "Reading", "Writing", "Testing", "Nnet", "Translation", "Operators", "Batches"];

    [Fact]
    public void Dependencies_go_one_way()
    {
        string root = Path.Combine(SourceRoot.Path, "src", "NeuralGen.Import");
        string[] wrong =
        [
            .. Order.SelectMany((folder, rank) => Directory.GetFiles(Path.Combine(root, folder), "*.cs")
                .SelectMany(file => Used().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(used => Array.IndexOf(Order, used) > rank).Select(used => $"{Path.GetFileName(file)} uses {used}"))),
        ];
        Assert.Empty(wrong);
        Assert.True(Directory.GetFiles(Path.Combine(root, "Operators"), "*.cs").Length > 10, "The files are not found any more.");
    }

    [GeneratedRegex(@"^using NeuralGen\.Import\.(\w+);", RegexOptions.Multiline)]
    private static partial Regex Used();
}
