using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Generator.Analyzers;

/// <summary>What the check of a network found.</summary>
/// <param name="Check">The check.</param>
/// <param name="Problems">What it found.</param>
internal sealed record CheckResult(NetworkCheck Check, IReadOnlyList<Problem> Problems)
{
    /// <summary>What an entry takes beside its numbers, in numbers.</summary>
    private const long Overhead = 256;

    /// <summary>About how much memory the result takes, in numbers of eight bytes.</summary>
    public long Numbers { get; } = Overhead + NumbersOf(Check.Attributes) + NumbersOf(Check.File);

    private static long NumbersOf(NetworkDeclaration? declaration) => declaration is null ? 0
        : (declaration.Layers ?? default).Sum(layer => layer.Arguments.Sum(argument => NumbersOf(argument.Value)))
            + (declaration.Nodes ?? default).Sum(node => node.Weights?.Count ?? 0L)
            + (declaration.Tests ?? default).Sum(test => test.Inputs.Concat(test.Outputs).Sum(tensor => tensor.Values?.Count ?? 0L));

    private static long NumbersOf(DeclaredValue value) => value switch
    {
        DeclaredNumbers numbers => numbers.Values.Count,
        DeclaredRows rows => rows.Rows.Sum(row => (long)row.Count),
        _ => 0,
    };
}
