using NeuralGen.Build;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Models;

/// <summary>A weights file, as the build task reads it.</summary>
/// <param name="File">The file and what is made of it.</param>
/// <param name="Facts">What the compiler is told of it.</param>
internal sealed record ModelWeights(ModelFile File, WeightsFile Facts)
{
    /// <summary>The weights file that a network names.</summary>
    /// <param name="network">The network's file.</param>
    /// <param name="reference">What it says: the end of a path.</param>
    /// <param name="folder">Where to put what is made of it.</param>
    /// <exception cref="ToolException">It is not there, or cannot be read.</exception>
    public static ModelWeights Of(string network, string reference, TemporaryFolder folder)
    {
        string path = Find(network, reference);
        ModelFile file = new(path, System.IO.Path.GetFullPath(path), folder.PathOf(System.IO.Path.GetFileName(path)));
        IReadOnlyList<FileProblem> problems = file.Convert();
        return problems.Count == 0 ? Of(file) : throw new ToolException([.. problems.Select(problem => ProblemLines.Of(problem, path))]);
    }

    /// <summary>A weights file of which facts were made.</summary>
    public static ModelWeights Of(ModelFile file) =>
        new(file, WeightsFileReader.Read(System.IO.Path.GetFileName(file.Source), System.IO.File.ReadAllText(file.Facts), default));

    /// <summary>Looks beside the network's file for the path, and for ends of it.</summary>
    private static string Find(string network, string reference)
    {
        string folder = System.IO.Path.GetDirectoryName(network) ?? "";
        string[] segments = reference.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        string[] places = [.. Enumerable.Range(0, segments.Length).Select(first => System.IO.Path.Combine([folder, .. segments[first..]]))];
        return places.FirstOrDefault(System.IO.File.Exists)
            ?? throw new ToolException($"{network}: names the weights file '{reference}', which is not beside it ({places.LastOrDefault() ?? folder})");
    }
}
