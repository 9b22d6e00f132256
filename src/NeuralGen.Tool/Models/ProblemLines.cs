using NeuralGen.Build;

namespace NeuralGen.Tool.Models;

/// <summary>Problems as lines, as compilers write them.</summary>
internal static class ProblemLines
{
    /// <summary>A problem of a file.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="path">The file that it is in, unless it says another.</param>
    public static string Of(FileProblem problem, string path)
    {
        string file = problem.File.Length > 0 && Path.GetFullPath(path) != problem.File ? problem.File : path;
        return problem.Line > 0
            ? FormattableString.Invariant($"{file}({problem.Line},{problem.Column}): error {problem.Rule.Id}: {problem.Message}")
            : $"{file}: error {problem.Rule.Id}: {problem.Message}";
    }
}
