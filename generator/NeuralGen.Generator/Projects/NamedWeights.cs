using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Projects;

/// <summary>A file of weights of the project, as the build task describes it.</summary>
/// <param name="File">The names of the file of weights.</param>
/// <param name="Weights">What it holds.</param>
internal sealed record NamedWeights(ProjectFile File, WeightsFile Weights)
{
    /// <summary>What texts say, read once: a million values are worth the memory, which goes with the text.</summary>
    private static readonly ConditionalWeakTable<SourceText, WeightsFile> Known = new();

    /// <summary>Reads what the task wrote.</summary>
    /// <param name="text">The file that it wrote.</param>
    /// <param name="options">What the build says.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static NamedWeights Read(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        ProjectFile facts = ProjectFile.Of(text, options);
        ProjectFile file = new(WithoutExtension(facts.Path), WithoutExtension(facts.Link));
        string name = FileTarget.FileName(file.Link.Length > 0 ? file.Link : file.Path);
        if (text.GetText(cancellationToken) is not { } source)
        {
            return new NamedWeights(file, new WeightsFile(name, default) { IsKnown = false });
        }

        if (!Known.TryGetValue(source, out WeightsFile? weights))
        {
            WeightsFile read = WeightsFileReader.Read(name, source.ToString(), cancellationToken);
            weights = Known.GetValue(source, _ => read);
        }

        return new NamedWeights(file, weights);
    }

    /// <summary>The file that a network names; one of which nothing is known when none or several have its name.</summary>
    /// <param name="reference">What the network says.</param>
    /// <param name="files">All files of weights.</param>
    public static WeightsFile Resolve(string reference, IReadOnlyList<NamedWeights> files)
    {
        IReadOnlyList<string> found = FileReference.Resolve(reference, files.Select(file => file.File));
        return found.Count == 1
            ? files.First(file => file.File.Path == found[0]).Weights
            : new WeightsFile(FileTarget.FileName(reference), default) { IsKnown = false };
    }

    /// <summary>A declaration with what is known of the file that it takes its weights from; without that it is broken.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="reference">What it says.</param>
    /// <param name="files">All files of weights.</param>
    public static NetworkDeclaration Join(NetworkDeclaration declaration, string reference, IReadOnlyList<NamedWeights> files)
    {
        WeightsFile weights = Resolve(reference, files);
        return declaration with { Weights = weights, IsBroken = declaration.IsBroken || !weights.IsKnown };
    }

    private static string WithoutExtension(string path) =>
        WeightsFileReader.IsFacts(path) ? path.Substring(0, path.Length - WeightsFileReader.Extension.Length) : path;
}
