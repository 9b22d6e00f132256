using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.CodeFixes.Texts;

namespace NeuralGen.CodeFixes.CallSites;

/// <summary>Swaps an input and an output that are mixed up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwapCodeFix))]
[Shared]
public sealed class SwapCodeFix : SourceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.Swapped);

    /// <inheritdoc/>
    private protected override TextEdit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (PassedArgument.At(model, diagnostic.Location.SourceSpan, cancellationToken) is not { } passed
            || passed.Call.ArgumentList.Arguments is not { Count: 2 } arguments
            || arguments.Any(argument => argument.NameColon is not null))
        {
            return null;
        }

        ExpressionSyntax first = arguments[0].Expression;
        ExpressionSyntax second = arguments[1].Expression;

        // A span that can only be read is no output, in whichever place it stands.
        ImmutableArray<IParameterSymbol> parameters = passed.Method.Parameters;
        return model.ClassifyConversion(first, parameters[1].Type).IsImplicit
            && model.ClassifyConversion(second, parameters[0].Type).IsImplicit
            ? new TextEdit(
                $"Swap '{parameters[0].Name}' and '{parameters[1].Name}'",
                [
                    new TextChange(first.Span, second.ToString()),
                    new TextChange(second.Span, first.ToString()),
                ])
            : null;
    }
}
