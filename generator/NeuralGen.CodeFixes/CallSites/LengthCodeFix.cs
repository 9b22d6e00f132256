using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.CodeFixes.CallSites;

/// <summary>Puts the network's own constant in place of a wrong length.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LengthCodeFix))]
[Shared]
public sealed class LengthCodeFix : SourceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.WrongLength);

    /// <inheritdoc/>
    private protected override TextEdit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Property(diagnostic, FixProperties.Constant) is not { } product
            || PassedArgument.At(model, diagnostic.Location.SourceSpan, cancellationToken) is not { } passed)
        {
            return null;
        }

        NetworkConstants constants = new(model, passed, product);
        return constants.Value is { } needed
            && new LengthExpressions(model, cancellationToken).Of(passed, needed) is { } length
            && constants.At(length.SpanStart) is { } text
            ? TextEdit.Replace($"Use '{text}'", length.Span, text)
            : null;
    }
}
