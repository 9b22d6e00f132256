using System.Globalization;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>Writes a formula as declarations have it.</summary>
internal static class FormulaText
{
    /// <summary>The formula.</summary>
    /// <param name="term">The formula's term.</param>
    /// <param name="names">The names of the operands.</param>
    public static string Of(Term term, IReadOnlyList<string> names) => Of(term, names, 0);

    /// <summary>How strongly a term holds its parts together.</summary>
    /// <param name="term">The term.</param>
    public static int LevelOf(Term term) => term switch
    {
        ConditionalTerm => Precedence.Conditional,
        ComparisonTerm comparison => Precedence.OfRelation(comparison.Relation),
        BitTerm bits => Precedence.OfBits(bits.Sign),
        BinaryTerm { Sign: '+' or '-' } => Precedence.Sum,
        BinaryTerm => Precedence.Product,
        NegativeTerm or NotTerm => Precedence.Unary,
        NumberTerm { Value: < 0 } or WholeTerm { Value: < 0 } => Precedence.Unary,
        CastTerm { IsWritten: false, Value: var value } => LevelOf(value),
        _ => Precedence.Primary,
    };

    private static string Of(Term term, IReadOnlyList<string> names, int level)
    {
        int own = LevelOf(term);
        string Part(Term part, int least) => Of(part, names, least);
        string text = term switch
        {
            NumberTerm number => Number(number.Value),
            WholeTerm { Is: ElementType.Bool } truth => truth.Value != 0 ? "true" : "false",
            WholeTerm whole => whole.Value.ToString(CultureInfo.InvariantCulture),
            OperandTerm operand => Quoted(names[operand.Index]),
            NegativeTerm negative => $"-{Part(negative.Value, own + 1)}",
            NotTerm not => $"{(not.Type == ElementType.Bool ? '!' : '~')}{Part(not.Value, own + 1)}",
            BinaryTerm binary => $"{Part(binary.Left, own)} {binary.Sign} {Part(binary.Right, own + 1)}",
            BitTerm bits => $"{Part(bits.Left, own)} {bits.Sign} {Part(bits.Right, own + 1)}",
            ComparisonTerm comparison => $"{Part(comparison.Left, own + 1)} {comparison.Relation} {Part(comparison.Right, own + 1)}",
            ConditionalTerm conditional => $"{Part(conditional.Condition, own + 1)} ? {Part(conditional.Chosen, own + 1)} : {Part(conditional.Other, own)}",
            CastTerm { IsWritten: false } cast => Part(cast.Value, 0),
            CastTerm cast => $"{ElementTypes.Name(cast.To)}({Part(cast.Value, 0)})",
            ActivationTerm activation => $"{activation.Name}({string.Join(", ", new[] { Part(activation.Value, 0) }.Concat(Arguments(activation)))})",
            FunctionTerm function => $"{Texts.SnakeCase(function.Function.ToString())}({string.Join(", ", function.Values.Select(value => Part(value, 0)))})",
            _ => throw new InvalidOperationException("The term is of no known kind."),
        };
        return own < level ? $"({text})" : text;
    }

    /// <summary>Whether a name can stand in a formula as it is.</summary>
    private static bool IsPlain(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.');

    private static string Quoted(string name) => IsPlain(name) ? name : $"'{name}'";

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "infinity"
        : double.IsNegativeInfinity(value) ? "-infinity"
        : double.IsNaN(value) ? "nan"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Arguments(ActivationTerm activation) => activation.Function.Arguments.Select(argument => Number(argument.Value));
}
