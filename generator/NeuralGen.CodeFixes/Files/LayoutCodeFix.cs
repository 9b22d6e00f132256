using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;

namespace NeuralGen.CodeFixes.Files;

/// <summary>Declares the order that the weights of a layer have: a row per input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LayoutCodeFix), DocumentKinds = ["AdditionalDocument"], DocumentExtensions = [".json"])]
[Shared]
public sealed class LayoutCodeFix : FileCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.Transposed);

    /// <inheritdoc/>
    private protected override TextEdit? Find(JsonDocument file, Diagnostic diagnostic)
    {
        if (Property(diagnostic, FixProperties.Layout) is not { } layout)
        {
            return null;
        }

        // The place is the first line of the weights, which may go on behind it.
        foreach (JsonValue value in JsonSearch.PathTo(file, diagnostic.Location.SourceSpan))
        {
            if (value.Kind == JsonKind.Object)
            {
                return value.TryGetMember("weights", out JsonValue weights) && !value.TryGetMember("layout", out _)
                    ? TextEdit.Insert($"Declare the layout '{layout}'", weights.Start + weights.Length, $", \"layout\": \"{layout}\"")
                    : null;
            }
        }

        return null;
    }
}
