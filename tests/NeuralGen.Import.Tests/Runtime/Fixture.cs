using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Standard;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>Models of other tools that lie in the repository, laid out as the standard's tests.</summary>
internal static class Fixture
{
    /// <summary>Where they lie.</summary>
    public static string Root { get; } = Path.Combine(SourceRoot.Path, "tests", "fixtures", "onnx");

    /// <summary>All of a tool.</summary>
    public static IReadOnlyList<StandardTest> Of(string tool) =>
    [
        .. Directory.GetDirectories(Path.Combine(Root, tool)).Order(StringComparer.Ordinal)
            .Select(folder => new StandardTest($"{tool}/{Path.GetFileName(folder)}", folder)),
    ];
}
