using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Writes a formula for as many neighbouring values as a vector holds.</summary>
/// <param name="arithmetic">How vectors are written.</param>
/// <param name="operands">The variables that hold vectors of the operands.</param>
internal sealed class LaneTerm(LaneArithmetic arithmetic, IReadOnlyList<string> operands)
{
    /// <summary>Longer formulas are computed value by value: nobody could read them as one expression of calls.</summary>
    private const int MostTerms = 24;

    /// <summary>The expression of a formula; null where vectors have no such function.</summary>
    /// <param name="formula">The formula.</param>
    public string? Text(Term formula) => formula.Size <= MostTerms && formula.Type == ElementType.Float && Write(formula) is { } text
        ? formula is BinaryTerm ? text.Substring(1, text.Length - 2) : text
        : null;

    private string? Write(Term term) => term switch
    {
        NumberTerm number => arithmetic.Literal(number.Value),
        OperandTerm operand => operands[operand.Index],
        NegativeTerm { Type: ElementType.Float } negative => Write(negative.Value) is { } value ? $"(-{value})" : null,
        BinaryTerm { Type: ElementType.Float, Sign: not '%' } binary => Pair(binary.Left, binary.Right, (left, right) => $"({left} {binary.Sign} {right})"),
        ConditionalTerm { Condition: ComparisonTerm { Left.Type: ElementType.Float } comparison } choice => Choice(comparison, choice),
        ActivationTerm { Function: { Slopes: null } function } activation when function.Kernel is not null =>
            activation.Value is OperandTerm or NumberTerm || !function.IsShort ? One(activation.Value, value => arithmetic.Activation(function, value, "")) : null,
        FunctionTerm function => Function(function),
        _ => null,
    };

    private string? Function(FunctionTerm function)
    {
        IReadOnlyList<Term> values = function.Values;
        return function.Function switch
        {
            Elementary.Abs when function.Type == ElementType.Float => One(values[0], arithmetic.Abs),
            Elementary.Sqrt => One(values[0], arithmetic.Sqrt),
            Elementary.Exp => One(values[0], arithmetic.Exp),
            Elementary.Log => One(values[0], arithmetic.Log),
            Elementary.Pow when values[0] is OperandTerm && values[1] is NumberTerm { Value: 2 } => One(values[0], value => $"({value} * {value})"),

            // The one that is a number is not NaN, and the other one is what it gives when it is.
            Elementary.Max when function.Type == ElementType.Float => Bound(values, "<"),
            Elementary.Min when function.Type == ElementType.Float => Bound(values, ">"),
            _ => null,
        };
    }

    private string? Bound(IReadOnlyList<Term> values, string relation)
    {
        (Term value, Term bound) = values[0] is NumberTerm ? (values[1], values[0]) : (values[0], values[1]);
        return bound is NumberTerm { Value: var number } && !double.IsNaN(number) && value is OperandTerm
            ? Pair(value, bound, (left, right) => arithmetic.Select(left, relation, right, right, left))
            : null;
    }

    private string? Choice(ComparisonTerm comparison, ConditionalTerm choice)
    {
        (string left, string right, string chosen, string other)? parts =
            Write(comparison.Left) is { } a && Write(comparison.Right) is { } b && Write(choice.Chosen) is { } c && Write(choice.Other) is { } d ? (a, b, c, d) : null;
        return parts is not { } p ? null : comparison.Relation switch
        {
            "!=" => arithmetic.Select(p.left, "==", p.right, p.other, p.chosen),
            ">=" => arithmetic.Select(p.right, "<=", p.left, p.chosen, p.other),
            var relation => arithmetic.Select(p.left, relation, p.right, p.chosen, p.other),
        };
    }

    private string? One(Term term, Func<string, string> write) => Write(term) is { } value ? write(value) : null;

    private string? Pair(Term left, Term right, Func<string, string, string> write) => Write(left) is { } one && Write(right) is { } other ? write(one, other) : null;
}
