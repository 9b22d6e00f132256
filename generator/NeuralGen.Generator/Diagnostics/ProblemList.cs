using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Diagnostics;

/// <summary>Collects the problems of one declaration.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    /// <summary>All problems in the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Whether a problem prevents compilation of the network.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Notes a problem.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="place">Where.</param>
    /// <param name="arguments">What the rule's message speaks of.</param>
    public void Report(DiagnosticDescriptor rule, Place place, params object?[] arguments)
    {
        object?[] printable = Array.ConvertAll(arguments, argument => argument is string text ? Texts.Printable(text) : argument);
        Problem problem = new(rule, place, printable);
        _problems.Add(problem);
        HasErrors |= problem.IsError;
    }
}
