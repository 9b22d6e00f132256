using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator;

/// <summary>
/// Writes C# for every network of a project: those declared by attributes, with or without a file, and those declared by
/// a file alone. Problems are dropped here; the analyzers find the same ones and report them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<BuildSettings> settings = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => BuildSettings.Of(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Settings);
        IncrementalValueProvider<TargetPlatform> platform = context.CompilationProvider
            .Combine(context.ParseOptionsProvider)
            .Combine(settings)
            .Select((pair, _) => PlatformProbe.Of(pair.Left.Left, pair.Left.Right) with { HasGradients = pair.Right.HasGradients })
            .WithTrackingName(TrackingNames.Platform);
        IncrementalValuesProvider<NetworkFile> files = context.AdditionalTextsProvider
            .Where(text => FileTarget.IsNetworkFile(text.Path))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellationToken) => NetworkFile.Read(ProjectFile.Of(pair.Left, pair.Right), pair.Left, cancellationToken))
            .WithTrackingName(TrackingNames.Files);
        IncrementalValuesProvider<AttributedType> types = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownAttributes.Network,
                (node, _) => node is TypeDeclarationSyntax,
                (attributed, cancellationToken) => AttributedType.Read(attributed, cancellationToken))
            .SelectMany((type, _) => type is null ? Array.Empty<AttributedType>() : [type])
            .WithTrackingName(TrackingNames.Types);
        IncrementalValueProvider<ValueList<NamedWeights>> weights = context.AdditionalTextsProvider
            .Where(text => WeightsFileReader.IsFacts(text.Path))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, cancellationToken) => NamedWeights.Read(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Weights)
            .Collect()
            .Select((items, _) => ValueList<NamedWeights>.Of(items));
        IncrementalValueProvider<ValueList<NetworkFile>> allFiles = files.Collect().Select((items, _) => ValueList<NetworkFile>.Of(items));
        IncrementalValueProvider<ValueList<FileClaim>> references = types
            .SelectMany((type, _) => type.Declared.File is { } file ? [new FileClaim(file, type.Target.Type.Name.TrimStart('@'))] : Array.Empty<FileClaim>())
            .Collect()
            .Select((items, _) => ValueList<FileClaim>.Of(items));

        IncrementalValuesProvider<NetworkModel> declaredByType = types
            .Combine(allFiles)
            .Combine(weights)
            .Select((pair, _) => ModelFactory.FromType(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(TrackingNames.ModelsOfTypes);
        IncrementalValueProvider<ValueList<NetworkFile>> unclaimed = allFiles
            .Combine(references)
            .Select((pair, _) => ModelFactory.Unclaimed(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Unclaimed);
        IncrementalValuesProvider<NetworkModel> declaredByFile = unclaimed
            .Combine(settings)
            .Combine(context.CompilationProvider)
            .Select((pair, _) => ModelFactory.NewTypes(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(TrackingNames.NewTypes)
            .SelectMany((newTypes, _) => newTypes.Items)
            .Combine(weights)
            .Select((pair, _) => ModelFactory.FromFile(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.ModelsOfFiles);

        IncrementalValueProvider<ProjectNetworks> networks = Sizes(declaredByType)
            .Combine(Sizes(declaredByFile))
            .Select((pair, _) => ProjectNetworks.Of(pair.Left.Items.Concat(pair.Right.Items)));

        IncrementalValueProvider<IReadOnlyList<AdditionalText>> texts = context.AdditionalTextsProvider.Collect()
            .Select((items, _) => (IReadOnlyList<AdditionalText>)items);

        context.RegisterSourceOutput(
            Placed(declaredByType, networks).Combine(platform),
            (output, pair) => NetworkOutput.Write(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(
            Placed(declaredByFile, networks).Combine(platform),
            (output, pair) => NetworkOutput.Write(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(
            context.CompilationProvider.Combine(texts),
            (output, pair) => LibraryReport.Write(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(
            context.CompilationProvider.Combine(texts).Combine(context.AnalyzerConfigOptionsProvider),
            (output, pair) => UnanalyzedReport.Write(output, pair.Left.Left, pair.Left.Right, pair.Right));
    }

    private static IncrementalValueProvider<ValueList<NetworkSize>> Sizes(IncrementalValuesProvider<NetworkModel> models) =>
        models.Select((model, _) => NetworkSize.Of(model)).Collect().Select((sizes, _) => ValueList<NetworkSize>.Of(sizes));

    private static IncrementalValuesProvider<PlacedNetwork> Placed(IncrementalValuesProvider<NetworkModel> models, IncrementalValueProvider<ProjectNetworks> networks) =>
        models.Combine(networks).Select((pair, _) => pair.Right.Place(pair.Left)).WithTrackingName(TrackingNames.PlacedNetworks);
}
