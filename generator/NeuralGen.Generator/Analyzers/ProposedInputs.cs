using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Generator.Analyzers;

/// <summary>
/// Tries out the number of inputs that a layer's weights are made for: it is proposed only where it mends the network, and
/// not where other layers, tests or names agree with the number that is declared.
/// </summary>
internal static class ProposedInputs
{
    /// <summary>Binds a network, and withdraws the proposals that would cause other problems.</summary>
    /// <inheritdoc cref="NetworkBinder.Bind"/>
    public static BoundNetwork Bind(
        string name, NetworkDeclaration? attributes, NetworkDeclaration? file, string fileName, ProblemList problems, TargetType target)
    {
        int before = problems.Problems.Count;
        BoundNetwork bound = NetworkBinder.Bind(name, attributes, file, fileName, problems, target);
        Problem[] found = [.. problems.Problems.Skip(before)];
        foreach (Problem problem in found.Where(problem => problem.Properties.ContainsKey(FixProperties.Inputs)))
        {
            int inputs = int.Parse(problem.Properties[FixProperties.Inputs], System.Globalization.CultureInfo.InvariantCulture);
            bool isInFile = problem.Place.Source == DeclarationSource.File;
            ProblemList others = new();
            NetworkBinder.Bind(
                name,
                isInFile ? attributes : attributes! with { InputCount = inputs },
                isInFile ? file! with { InputCount = inputs } : file,
                fileName,
                others,
                target);
            if (!IsPartOf(others.Problems, found))
            {
                problems.WithdrawFix(problem);
            }
        }

        return bound;
    }

    /// <summary>Whether some problems are fewer than others and break no rule more often.</summary>
    private static bool IsPartOf(IReadOnlyList<Problem> some, IReadOnlyList<Problem> others) =>
        some.Count < others.Count
        && some.GroupBy(problem => problem.Rule).All(group => group.Count() <= others.Count(problem => problem.Rule == group.Key));
}
