using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Plausibility;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Generator.Analyzers;

/// <summary>
/// Everything that decides what is wrong with a network, by value: two equal checks find the same problems, in whichever
/// compilation. Problems have no positions, so they stay true when what is declared moves.
/// </summary>
/// <param name="Name">The name that messages use.</param>
/// <param name="Attributes">What the type's attributes say; null for a network declared by its file alone.</param>
/// <param name="File">What the file says; null for a network declared by attributes alone.</param>
/// <param name="FileName">The file's name, for messages.</param>
/// <param name="Target">The type that the members join.</param>
/// <param name="HasVectors">Whether the runtime library computes with hardware vectors.</param>
/// <param name="IsBroken">Whether errors were found before.</param>
internal sealed record NetworkCheck(
    string Name, NetworkDeclaration? Attributes, NetworkDeclaration? File, string FileName, TargetType Target, bool HasVectors, bool IsBroken)
{
    /// <summary>Binds the network, evaluates its tests and, where it has no error at all, looks for what is unlikely to be meant.</summary>
    /// <param name="cancellationToken">Stops the check.</param>
    public IReadOnlyList<Problem> Run(CancellationToken cancellationToken)
    {
        ProblemList problems = new(IsBroken);
        BoundNetwork bound = TrainableCheck.Run(ProposedInputs.Bind(Name, Attributes, File, FileName, problems, Target), problems);
        CheckMembers(bound.Signature, problems);
        CheckComplete(bound, problems);
        TestRun.Report(bound, HasVectors, problems, cancellationToken, () => Attributes is null || bound.Network!.Equals(NetworkBinder.Bind(Name, null, File, FileName, new ProblemList()).Network));
        if (bound.Network is not null && !problems.HasErrors)
        {
            new PlausibilityCheck(bound, problems).Run(cancellationToken);
        }

        return problems.Problems;
    }

    /// <summary>The type has room for the members that the network turns out to have.</summary>
    private void CheckMembers(NetworkSignature signature, ProblemList problems)
    {
        foreach (string taken in (IEnumerable<string>)[.. signature.IsTrainable ? Target.TakenByTrainable : [], .. signature.HasState ? Target.TakenByState : []])
        {
            if (Attributes is null)
            {
                problems.Report(DeclarationRules.NameTaken, Place.File.Key("name"), taken, "its name is that of a generated member");
            }
            else
            {
                problems.Report(
                    DeclarationRules.NameTaken, Place.Attributes.Key("type"), Name, $"'{taken}' is the name of a member of trainable networks");
            }
        }

        foreach (string taken in PortSpan.Taken(signature, Target))
        {
            problems.Report(
                DeclarationRules.NameTaken,
                Attributes is null ? Place.File.Key("name") : Place.Attributes.Key("type"),
                Attributes is null ? taken : Name,
                Attributes is null ? "its name is that of a generated member" : $"'{taken}' is the name of a member of one of its inputs or outputs");
        }

        foreach (OwnMethod method in Target.OwnMethods.Where(method => method.Clashes(signature, isBroken: false)))
        {
            problems.Report(
                DeclarationRules.NameTaken, Place.Attributes.Key("type"), Name, $"it declares '{method}' itself, a member of the network");
        }
    }

    /// <summary>A network is compiled or something is reported: nothing is left out in silence.</summary>
    private void CheckComplete(BoundNetwork bound, ProblemList problems)
    {
        if (bound.Network is null && !problems.HasErrors && Attributes?.IsBroken != true && File?.Source?.IsMissing != true)
        {
            problems.Report(
                DeclarationRules.InternalError, Attributes is null ? Place.File : Place.Attributes, Name, "it is neither compiled nor reported");
        }
    }
}
