namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Collects the problems of one declaration.</summary>
/// <param name="hasErrors">Whether other problems, which are not listed, prevent compilation.</param>
internal sealed class ProblemList(bool hasErrors = false)
{
    private readonly List<Problem> _problems = [];

    /// <summary>All problems in the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Whether a problem prevents compilation of the network.</summary>
    public bool HasErrors { get; private set; } = hasErrors;

    /// <summary>Notes a problem.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="place">Where.</param>
    /// <param name="arguments">What the rule's message speaks of; a <see cref="FixValue"/> among them is for code fixes only.</param>
    public void Report(Rule rule, Place place, params object?[] arguments)
    {
        object?[] printable =
        [
            .. arguments
                .Where(argument => argument is not FixValue)
                .Select(argument => argument is string or Suggestion ? Texts.Printable(argument.ToString()) : argument),
        ];
        Problem problem = new(rule, place, printable) { Properties = FixValue.Of(arguments) };
        _problems.Add(problem);
        HasErrors |= problem.IsError;
    }

    /// <summary>Notes that a code fix can do nothing about a problem after all.</summary>
    public void WithdrawFix(Problem problem) =>
        _problems[_problems.IndexOf(problem)] = problem with { Properties = FixValue.None };

    /// <summary>Takes over problems that were found before.</summary>
    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            _problems.Add(problem);
            HasErrors |= problem.IsError;
        }
    }
}
