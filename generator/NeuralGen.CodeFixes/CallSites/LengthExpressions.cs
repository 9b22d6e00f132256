using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NeuralGen.CodeFixes.CallSites;

/// <summary>Finds the expression that decides how long an array or a span is.</summary>
/// <param name="model">The meaning of the code.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class LengthExpressions(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The size of a new array or of a slice, or of that from which a local is made; null for all else.</summary>
    /// <param name="passed">What a call passes.</param>
    /// <param name="needed">The length that it needs.</param>
    public ExpressionSyntax? Of(PassedArgument passed, long needed)
    {
        ExpressionSyntax value = PassedArgument.Plain(passed.Argument.Expression);
        if (Own(value) is not { } length)
        {
            value = new SharedLocals(model, cancellationToken).InitializerOf(value, passed) is { } initializer ? PassedArgument.Plain(initializer) : value;
            length = Own(value);
        }

        return value is InvocationExpressionSyntax slice && !HasRoom(slice, needed) ? null : length;
    }

    private static ExpressionSyntax? Size(ArrayTypeSyntax type) =>
        type.RankSpecifiers is { Count: 1 } ranks && ranks[0].Sizes.Count == 1 ? ranks[0].Sizes[0] : null;

    private static bool IsSlicing(IInvocationOperation call) =>
        call.TargetMethod is { Name: "AsSpan", ContainingType.Name: "MemoryExtensions" } or { Name: "Slice", ContainingType.Name: "Span" or "ReadOnlySpan" };

    private static IOperation? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name && !argument.IsImplicit)?.Value;

    private ExpressionSyntax? Own(ExpressionSyntax value) => value switch
    {
        ArrayCreationExpressionSyntax { Initializer: null, Type: var type } => Size(type),
        StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax type } => Size(type),
        InvocationExpressionSyntax when model.GetOperation(value, cancellationToken) is IInvocationOperation call && IsSlicing(call) =>
            Argument(call, "length")?.Syntax as ExpressionSyntax,
        _ => null,
    };

    /// <summary>Whether the array that is sliced is long enough, as far as can be seen: else the slice is not where the mistake is.</summary>
    private bool HasRoom(InvocationExpressionSyntax slice, long needed)
    {
        if (model.GetOperation(slice, cancellationToken) is not IInvocationOperation call)
        {
            return false;
        }

        IOperation? source = call.Instance ?? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        ExpressionSyntax? whole = source?.Syntax as ExpressionSyntax;
        ExpressionSyntax? size = whole is null ? null : Own(PassedArgument.Plain(SharedLocals.Initializer(model, whole, cancellationToken) ?? whole));
        return size is null
            || model.GetConstantValue(size, cancellationToken).Value is not int length
            || Argument(call, "start")?.ConstantValue.Value is not int start
            || start + needed <= length;
    }
}
