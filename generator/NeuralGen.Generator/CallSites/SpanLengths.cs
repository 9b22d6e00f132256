using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NeuralGen.Generator.CallSites;

/// <summary>Finds the length of an array or span where the code fixes it; says nothing where it could be another.</summary>
/// <param name="call">The call that passes the span.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class SpanLengths(IInvocationOperation call, CancellationToken cancellationToken)
{
    /// <summary>Locals whose values depend on locals are followed this far.</summary>
    private const int MostSteps = 8;

    private readonly SemanticModel? _model = call.SemanticModel;
    private int _steps;

    /// <summary>The length of a value, or null when it is not known.</summary>
    public long? Of(IOperation value)
    {
        if (++_steps > 50)
        {
            return null;
        }

        return value switch
        {
            IConversionOperation conversion when IsSpanLike(conversion.Operand.Type) || conversion.Operand.Type is null => Of(conversion.Operand),
            IConversionOperation { Operand: var operand } conversion when IsSpanLike(conversion.Type) && !IsString(operand.Type) => FromSyntax(value.Syntax),
            IArrayCreationOperation { DimensionSizes.Length: 1 } array => Constant(array.DimensionSizes[0]),
            IDefaultValueOperation => IsSpan(value.Type) ? 0 : null,
            IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" } } => 0,
            IPropertyReferenceOperation { Property: { Name: "Empty" } property } when IsSpan(property.ContainingType) => 0,
            IInvocationOperation invocation => OfCall(invocation),
            IObjectCreationOperation creation when IsSpan(creation.Type) => OfConstructor(creation),
            ILocalReferenceOperation local => OfLocal(local.Local),
            _ => FromSyntax(value.Syntax),
        };
    }

    private static bool IsSpan(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };

    private static bool IsSpanLike(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 } || IsSpan(type);

    private static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private static long? Constant(IOperation? operation) =>
        operation?.ConstantValue is { HasValue: true, Value: { } value } && value is int or uint or long or short or ushort or byte or sbyte
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>AsSpan and Slice, with a constant start and length or none.</summary>
    private long? OfCall(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        bool isAsSpan = method.Name == "AsSpan" && method.ContainingType.Name == "MemoryExtensions";
        bool isSlice = method.Name == "Slice" && IsSpan(method.ContainingType);
        if (!isAsSpan && !isSlice)
        {
            return null;
        }

        IOperation? source = isSlice ? invocation.Instance : invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
        IArgumentOperation? Find(string name) => invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name);
        if (Find("length") is { } length)
        {
            return Constant(length.Value);
        }

        long? whole = source is null ? null : Of(source);
        return Find("start") is { } start ? whole - Constant(start.Value)
            : invocation.Arguments.Length == (isSlice ? 0 : 1) ? whole
            : null;
    }

    private long? OfConstructor(IObjectCreationOperation creation) => creation.Arguments.Length switch
    {
        0 => 0,
        1 when IsSpanLike(creation.Arguments[0].Value.Type) => Of(creation.Arguments[0].Value),
        3 => Constant(creation.Arguments[2].Value),
        _ => null,
    };

    /// <summary>A local that gets its value where it is declared and never another one.</summary>
    private long? OfLocal(ILocalSymbol local)
    {
        if (_model is null || _steps > MostSteps * 6 || local.RefKind != RefKind.None
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } initializer } declarator
            || declarator.SyntaxTree != _model.SyntaxTree
            || LocalWrites.IsWrittenAgain(declarator, local, _model, cancellationToken))
        {
            return null;
        }

        IOperation? operation = _model.GetOperation(initializer, cancellationToken);
        return operation is null or { Kind: OperationKind.None } ? FromSyntax(initializer) : Of(operation);
    }

    /// <summary>What operations of old compilers do not tell: stackalloc, collection expressions, constant ranges.</summary>
    private long? FromSyntax(SyntaxNode syntax)
    {
        SyntaxNode node = syntax;
        while (node is ParenthesizedExpressionSyntax { Expression: var inner })
        {
            node = inner;
        }

        return node switch
        {
            StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
            StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } } => Constant(ranks[0].Sizes[0]),
            ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions.Count,
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } access
                when arguments[0].Expression is RangeExpressionSyntax range => OfRange(access, range),
            ExpressionSyntax when IsCollection(node) => node.ChildNodes().Any(element => element.GetFirstToken().Text == "..") ? null : node.ChildNodes().Count(),
            _ => null,
        };
    }

    /// <summary>A collection expression is younger than the compiler that this assembly is built against.</summary>
    private static bool IsCollection(SyntaxNode node) => node.GetType().Name == "CollectionExpressionSyntax";

    private long? OfRange(ElementAccessExpressionSyntax access, RangeExpressionSyntax range)
    {
        long? whole = _model?.GetOperation(access.Expression, cancellationToken) is { } source ? Of(source) : null;
        long? start = range.LeftOperand is null ? 0 : Index(range.LeftOperand, whole);
        long? end = range.RightOperand is null ? whole : Index(range.RightOperand, whole);
        return end - start;
    }

    private long? Index(ExpressionSyntax index, long? whole) =>
        index is PrefixUnaryExpressionSyntax { OperatorToken.Text: "^", Operand: var fromEnd } ? whole - Constant(fromEnd) : Constant(index);

    private long? Constant(SyntaxNode expression) =>
        _model?.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: int value } ? value : null;
}
