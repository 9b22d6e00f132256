using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;

namespace NeuralGen.CodeFixes.Files;

/// <summary>Sets the number of inputs to the number of weights in the rows of the layer that reads them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FileInputsCodeFix), DocumentKinds = ["AdditionalDocument"], DocumentExtensions = [".json"])]
[Shared]
public sealed class FileInputsCodeFix : FileCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.RowLength);

    /// <inheritdoc/>
    private protected override TextEdit? Find(JsonDocument file, Diagnostic diagnostic)
    {
        if (Number(diagnostic, FixProperties.Inputs) is not { } inputs
            || !file.Root.TryGetMember("inputs", out JsonValue value)
            || value.Kind != JsonKind.Number)
        {
            return null;
        }

        string text = inputs.ToString(CultureInfo.InvariantCulture);
        return value.Raw == text ? null : TextEdit.Replace($"Set 'inputs' to {text}", JsonSearch.Span(value), text);
    }
}
