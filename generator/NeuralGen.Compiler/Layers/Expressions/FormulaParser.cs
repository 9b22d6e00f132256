using System.Globalization;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>
/// Reads a formula: names of operands, numbers, arithmetic, comparisons, logic and operators of bits with the precedence that C# gives them,
/// <c>? :</c>, brackets and functions. Names with other signs than letters, digits, points and underscores stand in single quotes.
/// </summary>
/// <param name="text">The formula.</param>
/// <param name="operands">The names of the operands, and what they are.</param>
/// <param name="type">What the declaration says the result is; null when it says nothing.</param>
/// <param name="round">Rounds a number to the network's precision.</param>
internal sealed partial class FormulaParser(string text, IReadOnlyList<(string Name, ElementType Type)> operands, ElementType? type, Func<double, double> round)
{
    private const int MostDepth = 100;

    /// <summary>Longer numbers are beyond all whole numbers.</summary>
    private const int MostDigits = 28;

    private static readonly string[] Relations = ["<=", ">=", "<", ">"];
    private static readonly string[] Equalities = ["==", "!="];

    private int _position;
    private int _depth;
    private FormulaTypes? _types;

    private FormulaTypes Types => _types ??= new FormulaTypes((position, words) =>
    {
        IsOfTypes |= Problem is null;
        return Fail(position, words);
    });

    /// <summary>What is wrong, and where; null when nothing is.</summary>
    public (int Position, string Words)? Problem { get; private set; }

    /// <summary>Whether what is wrong is a name that is none of the operands'.</summary>
    public bool IsOfNames { get; private set; }

    /// <summary>Whether what is wrong is what operands are.</summary>
    public bool IsOfTypes { get; private set; }

    /// <summary>Reads the whole formula; what it gives means nothing where there is a problem.</summary>
    public Term Read()
    {
        Term term = Conditional();
        if (Peek() is { } rest)
        {
            Fail(_position, $"'{rest}' is not expected here");
        }

        return Types.Root(term, type, operands.All(operand => operand.Type == ElementType.Float));
    }

    private Term Conditional()
    {
        if (++_depth > MostDepth)
        {
            return Fail(_position, "it is nested too deeply");
        }

        Term term = Bits(0);
        int start = Peek() is null ? text.Length : _position;
        if (Take("?"))
        {
            Term chosen = Conditional();
            Expect(":");
            term = Types.Conditional(start, term, chosen, Conditional());
        }

        _depth--;
        return term;
    }

    /// <summary>What operators of bits join, the loosest first; comparisons hold more strongly, as in C#.</summary>
    private Term Bits(int level)
    {
        if (level == Precedence.Bits.Length)
        {
            return Comparison(Equalities, () => Comparison(Relations, Shift));
        }

        Term left = Bits(level + 1);
        string sign = Precedence.Bits[level];
        while (IsNext(sign) && !(sign.Length == 1 && _position + 1 < text.Length && text[_position + 1] == sign[0]))
        {
            int start = _position;
            _position += sign.Length;
            left = Types.Bits(sign, start, left, Bits(level + 1));
        }

        return left;
    }

    private Term Comparison(string[] relations, Func<Term> read)
    {
        Term left = read();
        foreach (string relation in relations)
        {
            int start = Peek() is null ? text.Length : _position;
            if (Take(relation))
            {
                return Types.Comparison(relation, start, left, read());
            }
        }

        return left;
    }

    private Term Shift()
    {
        Term left = Sum();
        while (IsNext("<<") || IsNext(">>"))
        {
            int start = _position;
            _position += 2;
            left = Types.Bits(text.Substring(start, 2), start, left, Sum());
        }

        return left;
    }

    private Term Sum()
    {
        Term left = Product();
        while (Peek() is '+' or '-')
        {
            int start = _position++;
            left = Types.Binary(text[start], start, left, Product());
        }

        return left;
    }

    private Term Product()
    {
        Term left = Unary();
        while (Peek() is '*' or '/' or '%')
        {
            int start = _position++;
            left = Types.Binary(text[start], start, left, Unary());
        }

        return left;
    }

    private Term Unary()
    {
        if (++_depth > MostDepth)
        {
            return Fail(_position, "it is nested too deeply");
        }

        char? sign = Peek();
        int start = _position;
        if (sign is not ('-' or '+' or '!' or '~'))
        {
            Term primary = Primary();
            _depth--;
            return primary;
        }

        _position++;
        Term term = Unary();
        _depth--;
        return sign switch
        {
            '-' => FormulaTypes.Negative(term),
            '+' => term,
            _ => Types.Not(sign.Value, start, term),
        };
    }

    private Term Primary()
    {
        int start = Peek() is null ? text.Length : _position;
        switch (Peek())
        {
            case null:
                return Fail(start, "a value is missing");
            case '(':
                _position++;
                Term inner = Conditional();
                Expect(")");
                return inner;
            case '\'':
                int end = text.IndexOf('\'', start + 1);
                _position = end < 0 ? text.Length : end + 1;
                return end < 0 ? Fail(start, "the name has no closing quote") : Operand(text.Substring(start + 1, end - start - 1), start);
            case >= '0' and <= '9' or '.':
                return Number(start);
            case { } letter when char.IsLetter(letter) || letter == '_':
                string name = Name();
                return Take("(") ? Call(name, start)
                    : !operands.Any(operand => operand.Name == name) && Constant(name) is { } constant ? constant
                    : Operand(name, start);
            case { } other:
                return Fail(start, $"'{other}' is not expected here");
        }
    }

    private static Term? Constant(string name) => name switch
    {
        "infinity" => new NumberTerm(double.PositiveInfinity),
        "nan" => new NumberTerm(double.NaN),
        "true" => new WholeTerm(1, ElementType.Bool),
        "false" => new WholeTerm(0, ElementType.Bool),
        _ => null,
    };

    private Term Number(int start)
    {
        void Digits()
        {
            while (_position < text.Length && text[_position] is >= '0' and <= '9')
            {
                _position++;
            }
        }

        Digits();
        bool isWhole = _position > start;
        if (_position < text.Length && text[_position] == '.')
        {
            _position++;
            int fraction = _position;
            Digits();
            isWhole &= _position > fraction;
        }

        if (isWhole && _position < text.Length && text[_position] is 'e' or 'E')
        {
            int sign = _position + 1 < text.Length && text[_position + 1] is '+' or '-' ? 2 : 1;
            _position += sign;
            int exponent = _position;
            Digits();
            isWhole = _position > exponent;
        }

        if (!isWhole || (text[start] == '0' && start + 1 < _position && text[start + 1] is >= '0' and <= '9'))
        {
            Fail(start, $"'{text.Substring(start, _position - start)}' is no number");
            return new NumberTerm(0);
        }

        double value = JsonNumber.ToDouble(text, start, _position - start);
        string number = text.Substring(start, _position - start);
        return double.IsInfinity(round(value)) ? Fail(start, $"{number} is beyond the range of the precision")
            : number.Length < MostDigits && number.All(letter => letter is >= '0' and <= '9') ? new LiteralTerm(decimal.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture), value, start)
            : new NumberTerm(value);
    }

    private Term Operand(string name, int start)
    {
        int index = operands.ToList().FindIndex(operand => operand.Name == name);
        IsOfNames |= index < 0 && Problem is null;
        return index >= 0
            ? new OperandTerm(index, operands[index].Type)
            : Fail(start, $"'{name}' is none of its inputs, {string.Join(", ", operands.Select(operand => $"'{operand.Name}'"))}{Suggestion.For(name, operands.Select(operand => operand.Name))}");
    }

    private Term Call(string name, int start)
    {
        List<(int Position, Term Value)> values = [];
        do
        {
            Peek();
            values.Add((_position, Conditional()));
        }
        while (Take(","));
        Expect(")");
        if (Problem is not null)
        {
            return new NumberTerm(0);
        }

        return FormulaFunctions.Create(name, [.. values], start, Types, Fail);
    }
}
