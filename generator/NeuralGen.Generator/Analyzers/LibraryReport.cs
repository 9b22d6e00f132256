using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Diagnostics;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Analyzers;

/// <summary>
/// Reports, once per project, that the runtime library is missing or too old. Attributes are errors of the compiler then,
/// beside which it drops what analyzers find, so the generator reports.
/// </summary>
internal static class LibraryReport
{
    /// <summary>Reports what is wrong with the library of a project that has networks.</summary>
    /// <param name="output">The compiler's side.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="texts">Its additional files.</param>
    public static void Write(SourceProductionContext output, Compilation compilation, IReadOnlyList<AdditionalText> texts)
    {
        if (RuntimeLibrary.IsUsable(compilation) || FirstNetwork(compilation, texts, output.CancellationToken) is not { } place)
        {
            return;
        }

        output.ReportDiagnostic(RuntimeLibrary.Outdated(compilation) is { } version
            ? Diagnostic.Create(DeclarationRules.LibraryOutdated.Descriptor(), place, RuntimeLibrary.OurVersion.ToString(3), version.ToString(3))
            : Diagnostic.Create(DeclarationRules.LibraryMissing.Descriptor(), place));
    }

    private static Location? FirstNetwork(Compilation compilation, IReadOnlyList<AdditionalText> texts, CancellationToken cancellationToken)
    {
        string? file = texts.Select(text => text.Path).Where(FileTarget.IsNetworkFile).OrderBy(path => path, StringComparer.Ordinal).FirstOrDefault();
        return file is null
            ? compilation.SyntaxTrees.Select(tree => FirstAttribute(compilation, tree, cancellationToken)).FirstOrDefault(place => place is not null)
            : Location.Create(file, default, default);
    }

    /// <summary>The place of the first attribute of a tree that is ours, or would be if it could be found.</summary>
    private static Location? FirstAttribute(Compilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        AttributeSyntax? found = tree.GetRoot(cancellationToken)
            .DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax))
            .OfType<AttributeSyntax>()
            .FirstOrDefault(attribute => attribute.Parent?.Parent is TypeDeclarationSyntax
                && TreeClaims.IsNetwork(attribute)
                && (compilation.GetSemanticModel(tree).GetSymbolInfo(attribute, cancellationToken).Symbol?.ContainingType is not { } type || KnownAttributes.IsOurs(type)));
        return found?.GetLocation();
    }
}
