using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Projects;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Compilation;

/// <summary>Writes the C# of a model, as a build of a project for the running framework does.</summary>
internal static class GeneratedCode
{
    /// <summary>How the code is read.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>What a project offers that is made for the running framework.</summary>
    public static TargetPlatform Platform { get; } = PlatformProbe.Of(CSharpCompilation.Create("Probe", [], References.All), ParseOptions);

    /// <summary>The files of a network.</summary>
    /// <param name="model">The model.</param>
    /// <param name="target">The type that they declare.</param>
    /// <param name="hasGradients">Whether there are losses and derivatives, unless the model says it itself.</param>
    public static IReadOnlyList<GeneratedFile> Of(OpenModel model, TargetType target, bool hasGradients) =>
        NetworkEmitter.Emit(new NetworkModel(target, model.Network, model.Signature), Platform with { HasGradients = hasGradients }, ProjectNetworks.MostCharacters, default);
}
