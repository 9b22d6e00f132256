using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Diagnostics;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Analyzers;

/// <summary>Finds the problems of the networks of one project and gives each its line and column.</summary>
internal sealed class NetworkDiagnostics
{
    /// <summary>How files end that an item makes a network of.</summary>
    private static readonly string[] Models = [".onnx", ".nnet"];

    private readonly Compilation _compilation;
    private readonly BuildSettings _settings;
    private readonly CheckCache _checks;
    private readonly ProjectFile[] _known;
    private readonly Lazy<NamedWeights[]> _weights;
    private readonly Lazy<HashSet<string>> _claimed;
    private readonly Lazy<Dictionary<string, string>> _clashes;

    /// <summary>Looks at a project.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="texts">Its additional files.</param>
    /// <param name="options">What the build says.</param>
    /// <param name="checks">What is known of networks.</param>
    /// <param name="cancellationToken">Stops the search for claims.</param>
    public NetworkDiagnostics(
        Compilation compilation,
        IEnumerable<AdditionalText> texts,
        AnalyzerConfigOptionsProvider options,
        CheckCache checks,
        CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _checks = checks;
        _settings = BuildSettings.Of(options.GlobalOptions);
        HashSet<string> seen = new(StringComparer.Ordinal);
        Files = [.. texts.Where(text => FileTarget.IsNetworkFile(text.Path) && seen.Add(text.Path))];
        _known = [.. Files.Select(text => ProjectFile.Of(text, options))];
        _weights = new Lazy<NamedWeights[]>(() => [.. texts.Where(text => WeightsFileReader.IsFacts(text.Path)).Select(text => NamedWeights.Read(text, options, cancellationToken))]);
        _claimed = new Lazy<HashSet<string>>(() => new HashSet<string>(
            FileClaims.Of(compilation, cancellationToken).SelectMany(reference => FileReference.Resolve(reference, _known)), StringComparer.Ordinal));
        _clashes = new Lazy<Dictionary<string, string>>(() => Clashes(cancellationToken));
    }

    /// <summary>The files of networks; of one that the project lists twice, the first.</summary>
    public IReadOnlyList<AdditionalText> Files { get; }

    private bool HasVectors => PlatformProbe.HasVectorsIn(_compilation);

    /// <summary>All types of the project that have our attributes.</summary>
    public IEnumerable<INamedTypeSymbol> AttributedTypes() =>
        AllTypes(_compilation.Assembly.GlobalNamespace).Where(type => type.GetAttributes().Any(attribute => KnownAttributes.Kind(attribute) is not null));

    /// <summary>The problems of a type with our attributes and of the file that it names; none of any other type.</summary>
    public IReadOnlyList<Diagnostic> OfType(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // Where the attributes may not stand, the compiler says so.
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return [];
        }

        ProblemList problems = new();
        if (KnownAttributes.FindNetwork(type) is null)
        {
            return OfLayersAlone(type, problems, cancellationToken);
        }

        SourceText? text = null;
        string path = "";
        try
        {
            TargetType target = TargetTypeReader.Read(type, problems, cancellationToken);
            AttributedDeclaration declared = AttributeReader.Read(type, problems);
            NetworkDeclaration? file = null;
            if (declared.File is { } reference)
            {
                IReadOnlyList<string> found = FileReference.Resolve(new FileClaim(reference, type.Name), _known);
                if (found.Count == 1)
                {
                    path = found[0];
                    text = Files.First(candidate => candidate.Path == path).GetText(cancellationToken);
                    file = Read(text, path, problems, cancellationToken);
                }
                else
                {
                    ReportReference(type.Name, reference, found, problems);
                    file = new NetworkDeclaration { IsBroken = true };
                }
            }

            CheckPlatform(type.Name, Place.Attributes, problems);
            NetworkDeclaration attributed = WithWeights(type.Name, declared.Declaration, Place.Attributes, problems);
            file = file is null ? null : WithWeights(type.Name, file, Place.File, problems);
            NetworkCheck check = new(
                type.Name, attributed, file, FileTarget.FileName(declared.File ?? ""), target, HasVectors, problems.HasErrors);
            problems.AddRange(_checks.Problems(check, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Report(DeclarationRules.InternalError, Place.Attributes, type.Name, $"{exception.GetType().Name}: {exception.Message}");
        }

        AttributeLocator attributes = new(type, cancellationToken);
        FileLocator? files = text is null ? null : new FileLocator(path, text, cancellationToken);
        return Diagnostics(problems, place =>
            place.Source == DeclarationSource.File && files is not null ? files.Locate(place) : attributes.Locate(place));
    }

    /// <summary>The problems of a file that declares its own type; none of a file that an attributed type names.</summary>
    public IReadOnlyList<Diagnostic> OfFile(AdditionalText file, CancellationToken cancellationToken)
    {
        if (_claimed.Value.Contains(file.Path) || !Files.Contains(file))
        {
            return [];
        }

        ProblemList problems = new();
        SourceText? text = null;
        string name = FileTarget.FileName(file.Path);
        try
        {
            text = file.GetText(cancellationToken);
            NetworkDeclaration declaration = Read(text, file.Path, problems, cancellationToken);
            TargetType target = FileTarget.Of(ShownPath(file), declaration, _settings.RootNamespace);
            string typeName = target.Type.Name.TrimStart('@');
            CheckNewType(file.Path, name, target, problems);
            CheckPlatform(typeName, Place.File, problems);
            declaration = WithWeights(typeName, declaration, Place.File, problems);
            NetworkCheck check = new(typeName, null, declaration, name, target, HasVectors, problems.HasErrors);
            problems.AddRange(_checks.Problems(check, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Report(DeclarationRules.InternalError, Place.File, name, $"{exception.GetType().Name}: {exception.Message}");
        }

        FileLocator locator = new(file.Path, text ?? SourceText.From(""), cancellationToken);
        return Diagnostics(problems, locator.Locate);
    }

    private static NetworkDeclaration Read(SourceText? text, string path, ProblemList problems, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            problems.Report(FileRules.Unreadable, Place.File, path);
        }

        ReadFile file = FileCache.Read(text, cancellationToken);
        problems.AddRange(file.Problems);
        return file.Declaration;
    }

    private static IReadOnlyList<Diagnostic> Diagnostics(ProblemList problems, Func<Place, Location> locate) =>
        [.. problems.Problems.Select(problem => Diagnostic.Create(problem.Rule.Descriptor(), locate(problem.Place), problem.Properties.ToImmutable(), problem.Arguments))];

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member =>
            member is INamedTypeSymbol type ? AllTypes(member).Prepend(type) : AllTypes(member));

    private void ReportReference(string network, string reference, IReadOnlyList<string> found, ProblemList problems)
    {
        Place place = Place.Attributes.Key("file");
        if (found.Count == 0)
        {
            object hint = FileTarget.IsNetworkFile(reference)
                ? ClosestFile(reference)
                : Models.Any(extension => reference.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                ? $"; a model of another tool needs an item in the project: <NeuralNetwork Include=\"{reference}\" />"
                : $"; the files of networks end with '{FileTarget.Extension}'";
            problems.Report(DeclarationRules.FileNotFound, place, network, reference, hint);
        }
        else
        {
            problems.Report(
                DeclarationRules.FileAmbiguous, place, network, reference, found.Count, string.Join(", ", found.OrderBy(path => path, StringComparer.Ordinal)));
        }
    }

    /// <summary>What a network declares, with what is known of the file that it takes its weights from.</summary>
    private NetworkDeclaration WithWeights(string network, NetworkDeclaration declaration, Place place, ProblemList problems)
    {
        if (declaration.Tensors is not { } reference)
        {
            return declaration;
        }

        IReadOnlyList<string> found = FileReference.Resolve(reference, _weights.Value.Select(file => file.File));
        if (found.Count != 1)
        {
            string reason = found.Count == 0 ? "which is no such item" : $"which {found.Count} items are: {string.Join(", ", found.OrderBy(path => path, StringComparer.Ordinal))}";
            object hint = found.Count == 0 ? Suggestion.For(FileTarget.FileName(reference), _weights.Value.Select(file => file.Weights.Name)) : "";
            problems.Report(DeclarationRules.WeightsNotFound, place.Key("tensors"), network, reference, reason, hint);
        }

        return NamedWeights.Join(declaration, reference, _weights.Value);
    }

    private Suggestion ClosestFile(string reference)
    {
        Suggestion closest = Suggestion.For(FileTarget.FileName(reference), _known.SelectMany(file => file.Names).Select(FileTarget.FileName));
        bool isUnique = closest.Name is { } name && FileReference.Resolve(name, _known).Count == 1;
        return closest with { Replacement = isUnique ? closest.Name : null };
    }

    private string ShownPath(AdditionalText text) => _known.First(file => file.Path == text.Path).ShownPath;

    private void CheckPlatform(string network, Place place, ProblemList problems)
    {
        if (!PlatformProbe.HasSpans(_compilation))
        {
            problems.Report(DeclarationRules.MissingSpan, place, network);
        }
    }

    private void CheckNewType(string path, string name, TargetType target, ProblemList problems)
    {
        Place place = Place.File.Key("name");
        foreach (string taken in target.TakenNames)
        {
            problems.Report(DeclarationRules.NameTaken, place, taken, "its name is that of a generated member");
        }

        if (_clashes.Value.TryGetValue(path, out string? reason))
        {
            problems.Report(DeclarationRules.TypeExists, place, name, target.FullName, reason);
        }
        else if (NewTypeNames.Namesake(_compilation, target) is { } @namespace)
        {
            problems.Report(DeclarationRules.NamedLikeNamespace, place, name, target.FullName, @namespace);
        }
    }

    /// <summary>The problem of a type with layers, or nodes, of no network.</summary>
    private static IReadOnlyList<Diagnostic> OfLayersAlone(INamedTypeSymbol type, ProblemList problems, CancellationToken cancellationToken)
    {
        bool hasLayers = KnownAttributes.Layers(type).Length > 0;
        if (hasLayers || KnownAttributes.Nodes(type).Length > 0)
        {
            problems.Report(DeclarationRules.LayersWithoutNetwork, Place.Attributes.Key(hasLayers ? "layers" : "nodes").At(0), type.Name);
        }

        return Diagnostics(problems, new AttributeLocator(type, cancellationToken).Locate);
    }

    /// <summary>Why files cannot declare their types, by the files' paths.</summary>
    private Dictionary<string, string> Clashes(CancellationToken cancellationToken)
    {
        Dictionary<string, string> clashes = new(StringComparer.Ordinal);
        NewTypeNames names = new(_compilation);
        foreach (AdditionalText file in Files.Where(file => !_claimed.Value.Contains(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            NetworkDeclaration declaration = FileCache.Read(file.GetText(cancellationToken), cancellationToken).Declaration;
            if (names.Claim(file.Path, FileTarget.Of(ShownPath(file), declaration, _settings.RootNamespace)) is { } reason)
            {
                clashes.Add(file.Path, reason);
            }
        }

        return clashes;
    }
}
