using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Import;

/// <summary>Ends the reading of a model, or the translation of one of its nodes.</summary>
/// <param name="problem">Why.</param>
internal sealed class ImportException(ImportProblem problem) : Exception(problem.Message)
{
    /// <summary>Why.</summary>
    public ImportProblem Problem { get; } = problem;

    /// <summary>An exception for a rule.</summary>
    public static ImportException Of(Rule rule, params object[] arguments) => new(ImportProblem.Of(rule, arguments));
}
