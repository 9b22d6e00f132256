using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Generator.Declarations;
using NeuralGen.Generator.Declarations.Attributes;
using NeuralGen.Generator.Declarations.Files;
using NeuralGen.Generator.Diagnostics;
using NeuralGen.Generator.Emission;
using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Analyzers;

/// <summary>Finds the problems of the networks of one project and gives each its line and column.</summary>
internal sealed class NetworkDiagnostics
{
    private readonly Compilation _compilation;
    private readonly BuildSettings _settings;
    private readonly string[] _paths;
    private readonly Lazy<HashSet<string>> _claimed;
    private readonly Lazy<Dictionary<string, string>> _owners;

    /// <summary>Looks at a project.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="texts">Its additional files.</param>
    /// <param name="settings">What the build says.</param>
    /// <param name="cancellationToken">Stops the search for claims.</param>
    public NetworkDiagnostics(
        Compilation compilation, IEnumerable<AdditionalText> texts, BuildSettings settings, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _settings = settings;
        Files = [.. texts.Where(text => FileTarget.IsNetworkFile(text.Path))];
        _paths = [.. Files.Select(text => text.Path)];
        _claimed = new Lazy<HashSet<string>>(() => new HashSet<string>(
            FileClaims.Of(compilation, cancellationToken).SelectMany(reference => FileReference.Resolve(reference, _paths)), StringComparer.Ordinal));
        _owners = new Lazy<Dictionary<string, string>>(() => Owners(cancellationToken));
    }

    /// <summary>The files of networks.</summary>
    public IReadOnlyList<AdditionalText> Files { get; }

    /// <summary>All types of the project that declare a network.</summary>
    public IEnumerable<INamedTypeSymbol> AttributedTypes() =>
        AllTypes(_compilation.Assembly.GlobalNamespace).Where(type => KnownAttributes.FindNetwork(type) is not null);

    /// <summary>The problems of an attributed type and of the file that it names.</summary>
    public IReadOnlyList<Diagnostic> OfType(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        SourceText? text = null;
        string path = "";
        try
        {
            TargetTypeReader.Read(type, problems, cancellationToken);
            AttributedDeclaration declared = AttributeReader.Read(type, problems);
            NetworkDeclaration? file = null;
            if (declared.File is { } reference)
            {
                IReadOnlyList<string> found = FileReference.Resolve(reference, _paths);
                if (found.Count == 1)
                {
                    path = found[0];
                    text = Files.First(candidate => candidate.Path == path).GetText(cancellationToken);
                    file = NetworkFileReader.Read(text?.ToString() ?? "", problems, cancellationToken);
                }
                else
                {
                    ReportReference(type.Name, reference, found, problems);
                    file = new NetworkDeclaration { IsBroken = true };
                }
            }

            CheckPlatform(type.Name, Place.Attributes, problems);
            BoundNetwork bound = NetworkBinder.Bind(type.Name, declared.Declaration, file, FileTarget.FileName(declared.File ?? ""), problems);
            TestVectorChecker.Run(bound, problems, cancellationToken);
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
        if (_claimed.Value.Contains(file.Path))
        {
            return [];
        }

        ProblemList problems = new();
        SourceText? text = file.GetText(cancellationToken);
        string name = FileTarget.FileName(file.Path);
        try
        {
            NetworkDeclaration declaration = NetworkFileReader.Read(text?.ToString() ?? "", problems, cancellationToken);
            TargetType target = FileTarget.Of(file.Path, declaration, _settings.RootNamespace);
            string typeName = target.Type.Name.TrimStart('@');
            CheckNewType(file.Path, name, target, problems);
            CheckPlatform(typeName, Place.File, problems);
            BoundNetwork bound = NetworkBinder.Bind(typeName, null, declaration, name, problems);
            TestVectorChecker.Run(bound, problems, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Report(DeclarationRules.InternalError, Place.File, name, $"{exception.GetType().Name}: {exception.Message}");
        }

        FileLocator locator = new(file.Path, text ?? SourceText.From(""), cancellationToken);
        return Diagnostics(problems, locator.Locate);
    }

    private static IReadOnlyList<Diagnostic> Diagnostics(ProblemList problems, Func<Place, Location> locate) =>
        [.. problems.Problems.Select(problem => Diagnostic.Create(problem.Rule, locate(problem.Place), problem.Arguments))];

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member =>
            member is INamedTypeSymbol type ? AllTypes(member).Prepend(type) : AllTypes(member));

    private void ReportReference(string network, string reference, IReadOnlyList<string> found, ProblemList problems)
    {
        Place place = Place.Attributes.Key("file");
        if (found.Count == 0)
        {
            problems.Report(
                DeclarationRules.FileNotFound, place, network, reference, Suggestion.For(reference, _paths.Select(FileTarget.FileName)));
        }
        else
        {
            problems.Report(
                DeclarationRules.FileAmbiguous, place, network, reference, found.Count, string.Join(", ", found.OrderBy(path => path, StringComparer.Ordinal)));
        }
    }

    private void CheckPlatform(string network, Place place, ProblemList problems)
    {
        if (!TargetPlatform.Of(_compilation).HasSpan)
        {
            problems.Report(DeclarationRules.MissingSpan, place, network);
        }
    }

    private void CheckNewType(string path, string name, TargetType target, ProblemList problems)
    {
        Place place = Place.File.Key("name");
        foreach (string taken in target.TakenNames)
        {
            problems.Report(DeclarationRules.NameTaken, place, taken, taken, "its name is that of a generated member");
        }

        if (_owners.Value.TryGetValue(target.FullName, out string? owner) && owner != path)
        {
            problems.Report(DeclarationRules.TypeExists, place, name, target.FullName, $"'{owner}' declares too; give one of them another 'name' or 'namespace'");
        }

        INamedTypeSymbol? existing = _compilation.Assembly.GetTypeByMetadataName(target.FullName);
        bool isOurs = existing?.DeclaringSyntaxReferences.All(reference => TargetTypeReader.IsGenerated(reference.SyntaxTree)) != false;
        if (!isOurs)
        {
            problems.Report(
                DeclarationRules.TypeExists, place, name, target.FullName, $"the project has already; put [NeuralNetwork(\"{name}\")] on it");
        }
    }

    /// <summary>Which file, the first by its path, gives each type its code.</summary>
    private Dictionary<string, string> Owners(CancellationToken cancellationToken)
    {
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        foreach (AdditionalText file in Files.Where(file => !_claimed.Value.Contains(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            NetworkDeclaration declaration = NetworkFileReader.Read(
                file.GetText(cancellationToken)?.ToString() ?? "", new ProblemList(), cancellationToken);
            string type = FileTarget.Of(file.Path, declaration, _settings.RootNamespace).FullName;
            if (!owners.ContainsKey(type))
            {
                owners.Add(type, file.Path);
            }
        }

        return owners;
    }
}
