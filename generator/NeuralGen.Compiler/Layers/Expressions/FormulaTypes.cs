using System.Globalization;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>
/// What the parts of a formula are. Whole literals become what stands beside them; a truth value where a number is needed is 1 or 0, of the
/// type of what stands beside it; everything else has to be cast.
/// </summary>
/// <param name="fail">Notes a problem and where it is.</param>
internal sealed class FormulaTypes(Func<int, string, Term> fail)
{
    /// <summary>Whether whatever stands beside a term decides what it is.</summary>
    public static bool IsOpen(Term term) => term switch
    {
        LiteralTerm => true,
        NegativeTerm or NotTerm or BinaryTerm or BitTerm => term.Parts.All(IsOpen),
        FunctionTerm function => FunctionTerm.TakesWholeNumbers(function.Function) && term.Parts.All(IsOpen),
        ConditionalTerm conditional => IsOpen(conditional.Chosen) && IsOpen(conditional.Other),
        _ => false,
    };

    /// <summary>A sum, a difference, a product, a quotient or a remainder.</summary>
    public Term Binary(char sign, int position, Term left, Term right)
    {
        (left, right) = Join(left, right, position, $"'{sign}'", areNumbers: true);
        return Divided(new BinaryTerm(sign, left, right), right, position, sign is '/' or '%');
    }

    /// <summary>Bits of whole numbers, or truth values, joined or moved.</summary>
    public Term Bits(string sign, int position, Term left, Term right)
    {
        (left, right) = Join(left, right, position, $"'{sign}'", areNumbers: false);
        bool isLogic = sign is "&&" or "||";
        bool isFit = left.Type == ElementType.Bool ? sign is not ("<<" or ">>") : !isLogic && (left.Type.IsInteger() || IsOpen(left));
        string needed = isLogic ? "truth values, as comparisons give them" : sign is "<<" or ">>" ? "whole numbers" : "whole numbers or truth values";
        return isFit ? new BitTerm(sign, left, right) : fail(position, $"'{sign}' needs {needed}, not '{ElementTypes.Name(left.Type)}'");
    }

    /// <summary>The other truth value, or a number with all bits turned.</summary>
    public Term Not(char sign, int position, Term value)
    {
        bool isFit = sign == '!' ? value.Type == ElementType.Bool : value.Type.IsInteger() || IsOpen(value);
        return isFit
            ? new NotTerm(value)
            : fail(position, $"'{sign}' needs {(sign == '!' ? "a truth value, as comparisons give them" : "whole numbers")}, not '{ElementTypes.Name(value.Type)}'");
    }

    /// <summary>A term with the other sign.</summary>
    public static Term Negative(Term value) => value switch
    {
        LiteralTerm literal => literal with { Exact = -literal.Exact, Value = -literal.Value },
        NumberTerm number => new NumberTerm(-number.Value),
        { Type: ElementType.Bool } => new NegativeTerm(new CastTerm(value, ElementType.Float, IsWritten: false)),
        _ => new NegativeTerm(value),
    };

    /// <summary>A comparison.</summary>
    public Term Comparison(string relation, int position, Term left, Term right)
    {
        (left, right) = Join(left, right, position, $"'{relation}'", areNumbers: relation is not ("==" or "!="));
        return new ComparisonTerm(relation, Settled(left), Settled(right));
    }

    /// <summary>One of two values; a number as a condition holds where it is not zero.</summary>
    public Term Conditional(int position, Term condition, Term chosen, Term other)
    {
        condition = Settled(condition);
        if (condition.Type != ElementType.Bool)
        {
            condition = new ComparisonTerm("!=", condition, condition.Type == ElementType.Float ? new NumberTerm(0) : new WholeTerm(0, condition.Type));
        }

        (chosen, other) = Join(chosen, other, position, "'? :'", areNumbers: false);
        return new ConditionalTerm(condition, chosen, other);
    }

    /// <summary>A function of one value or two.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="function">The function.</param>
    /// <param name="values">Its values, and where they stand.</param>
    public Term Function(string name, int position, Elementary function, (int Position, Term Value)[] values)
    {
        if (!FunctionTerm.TakesWholeNumbers(function))
        {
            return new FunctionTerm(function, values.Select(value => Float(name, value)).ToEquatableArray());
        }

        if (values.Length == 1)
        {
            Term value = values[0].Value;
            return new FunctionTerm(function, new([value.Type == ElementType.Bool ? new CastTerm(value, ElementType.Float, IsWritten: false) : value]));
        }

        (Term left, Term right) = Join(values[0].Value, values[1].Value, position, $"'{name}'", areNumbers: true);
        return Divided(new FunctionTerm(function, new([left, right])), right, position, function == Elementary.Mod);
    }

    /// <summary>A value for a function that computes with floating-point numbers.</summary>
    public Term Float(string name, (int Position, Term Value) value)
    {
        Term term = Settled(value.Value);
        return term.Type switch
        {
            ElementType.Float => term,
            ElementType.Bool => new CastTerm(term, ElementType.Float, IsWritten: false),
            var type => fail(value.Position, $"'{name}' takes 'float', not '{ElementTypes.Name(type)}'; 'cast' it, or write 'float(…)'"),
        };
    }

    /// <summary>A value of another type.</summary>
    public Term Cast(Term value, ElementType type)
    {
        Term term = IsOpen(value) && type != ElementType.Bool ? Settle(value, type) : Settled(value);
        return term.Type == type ? term : new CastTerm(term, type, IsWritten: true);
    }

    /// <summary>The whole formula.</summary>
    /// <param name="term">What was read.</param>
    /// <param name="type">What the declaration says it is; null when it says nothing.</param>
    /// <param name="areFloats">Whether all operands are floating-point numbers, so that a comparison is 1 or 0.</param>
    public Term Root(Term term, ElementType? type, bool areFloats) =>
        type is { } wanted ? Cast(term, wanted)
        : Settled(term) is var settled && settled.Type == ElementType.Bool && areFloats ? new CastTerm(settled, ElementType.Float, IsWritten: false)
        : settled;

    private Term Settled(Term term) => IsOpen(term) ? Settle(term, ElementType.Float) : term;

    /// <summary>Two values as values of one type.</summary>
    private (Term Left, Term Right) Join(Term left, Term right, int position, string sign, bool areNumbers)
    {
        bool isOpen = IsOpen(left) && IsOpen(right);
        left = !IsOpen(left) || isOpen ? left : Settle(left, right.Type == ElementType.Bool ? ElementType.Float : right.Type);
        right = !IsOpen(right) || isOpen ? right : Settle(right, left.Type == ElementType.Bool ? ElementType.Float : left.Type);
        if (left.Type == right.Type && !(areNumbers && left.Type == ElementType.Bool))
        {
            return (left, right);
        }

        if (left.Type == ElementType.Bool || right.Type == ElementType.Bool)
        {
            ElementType type = left.Type != ElementType.Bool ? left.Type : right.Type != ElementType.Bool ? right.Type : ElementType.Float;
            return (Number(left, type), Number(right, type));
        }

        Term failed = fail(position, $"{sign} has a value of type '{ElementTypes.Name(left.Type)}' and one of type '{ElementTypes.Name(right.Type)}'; 'cast' one of them, or write '{ElementTypes.Name(left.Type)}(…)'");
        return (failed, failed);
    }

    private static Term Number(Term value, ElementType type) => value.Type == ElementType.Bool ? new CastTerm(value, type, IsWritten: false) : value;

    /// <summary>A quotient of whole numbers by what is known must not be one by zero.</summary>
    private Term Divided(Term term, Term divisor, int position, bool divides)
    {
        if (!divides || !term.Type.IsInteger() || divisor.Reads(_ => true))
        {
            return term;
        }

        return divisor.MayThrow || divisor.Whole([], default) == 0 ? fail(position, "it divides a whole number by zero") : term;
    }

    /// <summary>Makes all literals of a term numbers of a type.</summary>
    private Term Settle(Term term, ElementType type)
    {
        switch (term)
        {
            case LiteralTerm literal when type == ElementType.Float:
                return new NumberTerm(literal.Value);
            case LiteralTerm literal:
                return literal.Exact is >= long.MinValue and <= long.MaxValue && type.Wrap((long)literal.Exact) == literal.Exact
                    ? new WholeTerm((long)literal.Exact, type)
                    : fail(literal.Position, $"{literal.Exact.ToString(CultureInfo.InvariantCulture)} is beyond the range of '{ElementTypes.Name(type)}'");
            case NegativeTerm negative:
                return new NegativeTerm(Settle(negative.Value, type));
            case BinaryTerm binary:
                Term divisor = Settle(binary.Right, type);
                return Divided(new BinaryTerm(binary.Sign, Settle(binary.Left, type), divisor), divisor, PositionOf(binary.Right), binary.Sign is '/' or '%');
            case NotTerm or BitTerm when type == ElementType.Float:
                return fail(PositionOf(term), $"bits are of whole numbers, and nothing says of which type {LiteralOf(term).Exact.ToString(CultureInfo.InvariantCulture)} is; write 'int(…)' or 'long(…)'");
            case NotTerm not:
                return new NotTerm(Settle(not.Value, type));
            case BitTerm bits:
                return new BitTerm(bits.Sign, Settle(bits.Left, type), Settle(bits.Right, type));
            case FunctionTerm function:
                EquatableArray<Term> values = function.Values.Select(value => Settle(value, type)).ToEquatableArray();
                return Divided(function with { Values = values }, values[values.Count - 1], PositionOf(function), function.Function == Elementary.Mod);
            case ConditionalTerm conditional:
                return conditional with { Chosen = Settle(conditional.Chosen, type), Other = Settle(conditional.Other, type) };
            default:
                return term;
        }
    }

    private static int PositionOf(Term term) => LiteralOf(term).Position;

    /// <summary>The first literal of a term that has nothing else.</summary>
    private static LiteralTerm LiteralOf(Term term) => term as LiteralTerm ?? LiteralOf(term.Parts[term is ConditionalTerm ? 1 : 0]);
}
