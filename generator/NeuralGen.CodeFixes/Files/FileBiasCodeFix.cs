using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;

namespace NeuralGen.CodeFixes.Files;

/// <summary>Adds a bias of zeros to a layer that says that it has a bias.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FileBiasCodeFix), DocumentKinds = ["AdditionalDocument"], DocumentExtensions = [".json"])]
[Shared]
public sealed class FileBiasCodeFix : FileCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.MissingValues);

    /// <inheritdoc/>
    private protected override TextEdit? Find(JsonDocument file, Diagnostic diagnostic)
    {
        TextSpan place = diagnostic.Location.SourceSpan;
        if (Number(diagnostic, FixProperties.BiasLength) is not { } length)
        {
            return null;
        }

        IReadOnlyList<JsonValue> path = JsonSearch.PathTo(file, place);
        bool isFlag = path[0].Kind == JsonKind.True && JsonSearch.Span(path[0]) == place;
        return isFlag && path.Count > 1 && !path[1].TryGetMember("bias", out _)
            ? TextEdit.Insert("Add a bias of zeros", place.End, $", \"bias\": [{string.Join(", ", Enumerable.Repeat(0, length))}]")
            : null;
    }
}
