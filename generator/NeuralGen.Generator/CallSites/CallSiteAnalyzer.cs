using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Diagnostics;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.CallSites;

/// <summary>Checks the lengths of spans, where they can be known, at calls of generated members.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallSiteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = CallRules.All.Select(rule => rule.Descriptor()).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownAttributes.Network) is not null)
            {
                start.RegisterOperationAction(Check, OperationKind.Invocation);
            }
        });
    }

    private static void Check(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        bool isOurs = GeneratedNames.All.Contains(call.TargetMethod.Name) || call.TargetMethod.Name == GeneratedNames.FitNormalization;
        if (!isOurs || CalledNetwork.Of(call.TargetMethod.ContainingType) is not { } network)
        {
            return;
        }

        string member = $"{network.Name}.{call.TargetMethod.Name}";
        if (call.Parent is IExpressionStatementOperation && !call.TargetMethod.ReturnsVoid && !call.TargetMethod.Parameters.Any(IsWritten))
        {
            context.ReportDiagnostic(Diagnostic.Create(CallRules.ResultIgnored.Descriptor(), call.Syntax.GetLocation(), member));
        }

        PassedSpan[] spans = [.. Passed(call, network, context)];
        foreach (Diagnostic diagnostic in LengthCheck.Check(member, spans))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>Whether a call changes what a parameter refers to: a span, or what a network keeps.</summary>
    private static bool IsWritten(IParameterSymbol parameter) =>
        parameter.Type.Name == "Span" || (parameter.Type is { Name: GeneratedNames.State, ContainingType: { } owner } && SymbolEqualityComparer.Default.Equals(owner, parameter.ContainingType));

    private static IEnumerable<PassedSpan> Passed(IInvocationOperation call, CalledNetwork network, OperationAnalysisContext context)
    {
        SpanLengths lengths = new(call, context.CancellationToken);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { Type.Name: "Span" or "ReadOnlySpan" } parameter
                && network.LengthOf(call.TargetMethod.Name, parameter.Name) is { } needed
                && lengths.Of(argument.Value) is { } length)
            {
                yield return new PassedSpan(parameter.Name, length, needed, argument.Value.Syntax);
            }
        }
    }
}
