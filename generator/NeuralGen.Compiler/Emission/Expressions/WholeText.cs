using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Writes arithmetic with whole numbers in C#, to stand where what is too large wraps.</summary>
internal static class WholeText
{
    private const string Library = "global::NeuralGen.NeuralMath";

    /// <summary>A term, and how strongly it holds its parts together.</summary>
    /// <param name="term">The term.</param>
    /// <param name="textOf">Writes a part of it, given how strongly what stands around it holds its parts together.</param>
    public static (string Text, int Level) Of(Term term, Func<Term, int, string> textOf) => term switch
    {
        NegativeTerm negative => Narrow(term.Type, $"-{textOf(negative.Value, Precedence.Primary)}", Precedence.Unary),
        NotTerm not => Narrow(term.Type, $"~{textOf(not.Value, Precedence.Primary)}", Precedence.Unary),
        BinaryTerm { Sign: '/' or '%' } quotient => Quotient(quotient, textOf),
        BinaryTerm binary => Joined(term.Type, binary.Sign.ToString(), binary.Left, binary.Right, FormulaText.LevelOf(term), textOf),
        BitTerm { Sign: "<<" or ">>" } shift => Narrow(
            term.Type, $"{textOf(shift.Left, Precedence.Shift)} {shift.Sign} {(term.Type == ElementType.Long ? "(int)" : "")}{textOf(shift.Right, Precedence.Primary)}", Precedence.Shift),
        BitTerm bits => Joined(term.Type, bits.Sign, bits.Left, bits.Right, FormulaText.LevelOf(term), textOf),
        _ => Function((FunctionTerm)term, textOf),
    };

    private static (string Text, int Level) Joined(ElementType type, string sign, Term left, Term right, int level, Func<Term, int, string> textOf) =>
        Narrow(type, $"{textOf(left, level)} {sign} {textOf(right, level + 1)}", level);

    /// <summary>The quotient of the least number and -1, which .NET refuses, wraps like everything else.</summary>
    private static (string Text, int Level) Quotient(BinaryTerm quotient, Func<Term, int, string> textOf)
    {
        ElementType type = quotient.Type;
        Term divisor = quotient.Right.Reads(_ => true) || quotient.Right.MayThrow ? quotient.Right : new WholeTerm(quotient.Right.Whole([], default), type);
        if (divisor is WholeTerm { Value: not (0 or -1) })
        {
            return Joined(type, quotient.Sign.ToString(), quotient.Left, divisor, Precedence.Product, textOf);
        }

        string call = $"{Library}.{(quotient.Sign == '/' ? "Quotient" : "Remainder")}({textOf(quotient.Left, 0)}, {textOf(divisor, 0)})";
        return Narrow(type, call, Precedence.Primary);
    }

    private static (string Text, int Level) Function(FunctionTerm function, Func<Term, int, string> textOf)
    {
        string x = textOf(function.Values[0], 0);
        string y = function.Values.Count > 1 ? textOf(function.Values[1], 0) : "";
        ElementType type = function.Type;
        string Long(string call) => type == ElementType.Long ? call : $"({ElementTypes.Name(type)}){call}";
        int level = type == ElementType.Long ? Precedence.Primary : Precedence.Unary;
        return function.Function switch
        {
            Elementary.Min or Elementary.Max => ($"global::System.Math.{function.Function}({x}, {y})", Precedence.Primary),
            Elementary.Abs => (Long($"{Library}.Magnitude({x})"), level),
            Elementary.Sign => type == ElementType.Int ? ($"global::System.Math.Sign({x})", Precedence.Primary) : ($"({ElementTypes.Name(type)})global::System.Math.Sign({x})", Precedence.Unary),
            Elementary.Mod => (Long($"{Library}.Modulo({x}, {y})"), level),
            _ => (Long($"{Library}.Power({x}, {y})"), level),
        };
    }

    /// <summary>C# computes with 32 bits where values have eight.</summary>
    private static (string Text, int Level) Narrow(ElementType type, string text, int level) =>
        type is ElementType.Byte or ElementType.SByte ? ($"({ElementTypes.Name(type)})({text})", Precedence.Unary) : (text, level);
}
