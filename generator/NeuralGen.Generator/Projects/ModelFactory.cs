using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Plausibility;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Projects;

/// <summary>Makes what code is written from: brings types, files and settings together.</summary>
internal static class ModelFactory
{
    /// <summary>The network of an attributed type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="files">All files.</param>
    /// <param name="weights">All files of weights.</param>
    public static NetworkModel FromType(AttributedType type, ValueList<NetworkFile> files, ValueList<NamedWeights> weights)
    {
        NetworkDeclaration? file = null;
        string fileName = "";
        if (type.Declared.File is { } reference)
        {
            IReadOnlyList<string> paths = FileReference.Resolve(new FileClaim(reference, type.Target.Type.Name.TrimStart('@')), files.Items.Select(candidate => candidate.File));
            file = paths.Count == 1 ? files.Items.First(candidate => candidate.Path == paths[0]).Declaration : new NetworkDeclaration { IsBroken = true };
            fileName = FileTarget.FileName(reference);
        }

        string name = type.Target.Type.Name.TrimStart('@');
        NetworkDeclaration attributes = type.Declared.Declaration;
        if (type.Target.TakenNames.Count > 0)
        {
            attributes = attributes with { IsBroken = true };
        }

        return Bind(type.Target, name, WithWeights(attributes, weights), file is null ? null : WithWeights(file, weights), fileName);
    }

    /// <summary>The network of a file that declares its own type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="weights">All files of weights.</param>
    public static NetworkModel FromFile(NewType type, ValueList<NamedWeights> weights)
    {
        NetworkDeclaration declaration = type.Target.TakenNames.Count > 0
            ? type.File.Declaration with { IsBroken = true }
            : type.File.Declaration;
        return Bind(type.Target, type.Target.Type.Name.TrimStart('@'), null, WithWeights(declaration, weights), FileTarget.FileName(type.File.Path));
    }

    /// <summary>What a network declares, with what is known of the file that it takes its weights from.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="weights">All files of weights.</param>
    public static NetworkDeclaration WithWeights(NetworkDeclaration declaration, ValueList<NamedWeights> weights) =>
        declaration.Tensors is { } reference ? NamedWeights.Join(declaration, reference, weights.Items) : declaration;

    /// <summary>The files that no attributed type names.</summary>
    /// <param name="files">All files.</param>
    /// <param name="references">The files that types name.</param>
    public static ValueList<NetworkFile> Unclaimed(ValueList<NetworkFile> files, ValueList<FileClaim> references)
    {
        ProjectFile[] known = [.. files.Items.Select(file => file.File)];
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string> claimed = new(
            references.Items.SelectMany(reference => FileReference.Resolve(reference, known)), StringComparer.Ordinal);
        return ValueList<NetworkFile>.Of(files.Items.Where(file => !claimed.Contains(file.Path) && seen.Add(file.Path)));
    }

    /// <summary>The types that files declare, those whose names are free.</summary>
    /// <param name="files">The files that no attributed type names.</param>
    /// <param name="settings">What the build says.</param>
    /// <param name="compilation">The project.</param>
    public static ValueList<NewType> NewTypes(ValueList<NetworkFile> files, BuildSettings settings, Compilation compilation)
    {
        NewTypeNames names = new(compilation);
        return ValueList<NewType>.Of(files.Items
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new NewType(FileTarget.Of(file.File.ShownPath, file.Declaration, settings.RootNamespace), file))
            .Where(type => names.Claim(type.File.Path, type.Target) is null));
    }

    private static NetworkModel Bind(
        TargetType target, string name, NetworkDeclaration? attributes, NetworkDeclaration? file, string fileName)
    {
        try
        {
            ProblemList problems = new();
            BoundNetwork bound = TrainableCheck.Run(NetworkBinder.Bind(name, attributes, file, fileName, problems, target), problems);
            string[] taken = [.. bound.Signature.IsTrainable ? target.TakenByTrainable : [], .. bound.Signature.HasState ? target.TakenByState : [], .. target.OwnMethods.Where(method => method.Clashes(bound.Signature, bound.Network is null)).Select(method => method.Name), .. PortSpan.Taken(bound.Signature, target)];
            return taken.Length == 0
                ? new NetworkModel(target, bound.Network, bound.Signature)
                : new NetworkModel(target with { TakenNames = target.TakenNames.Concat(taken).ToEquatableArray() }, null, bound.Signature);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The analyzers meet the same failure and report it.
            return new NetworkModel(target, null, NetworkSignature.Unknown(name));
        }
    }
}
