using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Networks.Expressions;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>
/// Reads a formula: names of operands, numbers, + - * / %, one comparison, <c>? :</c>, brackets and functions. Names with other signs than letters,
/// digits, points and underscores stand in single quotes.
/// </summary>
/// <param name="text">The formula.</param>
/// <param name="operands">The names of the operands.</param>
/// <param name="round">Rounds a number to the network's precision.</param>
internal sealed class FormulaParser(string text, IReadOnlyList<string> operands, Func<double, double> round)
{
    private const int MostDepth = 100;

    private static readonly string[] Relations = ["<=", ">=", "==", "!=", "<", ">"];

    private int _position;
    private int _depth;

    /// <summary>What is wrong, and where; null when nothing is.</summary>
    public (int Position, string Words)? Problem { get; private set; }

    /// <summary>Reads the whole formula; what it gives means nothing where there is a problem.</summary>
    public Term Read()
    {
        Term term = Conditional();
        if (Peek() is { } rest)
        {
            Fail(_position, $"'{rest}' is not expected here");
        }

        return term;
    }

    private Term Conditional()
    {
        if (++_depth > MostDepth)
        {
            return Fail(_position, "it is nested too deeply");
        }

        Term term = Comparison();
        if (Take("?"))
        {
            Term chosen = Conditional();
            Expect(":");
            Term other = Conditional();
            term = new ConditionalTerm(term as ComparisonTerm ?? new ComparisonTerm("!=", term, new NumberTerm(0)), chosen, other);
        }

        _depth--;
        return term;
    }

    private Term Comparison()
    {
        Term left = Sum();
        foreach (string relation in Relations)
        {
            if (Take(relation))
            {
                return new ComparisonTerm(relation, left, Sum());
            }
        }

        return left;
    }

    private Term Sum()
    {
        Term left = Product();
        while (Peek() is '+' or '-')
        {
            left = new BinaryTerm(text[_position++], left, Product());
        }

        return left;
    }

    private Term Product()
    {
        Term left = Unary();
        while (Peek() is '*' or '/' or '%')
        {
            left = new BinaryTerm(text[_position++], left, Unary());
        }

        return left;
    }

    private Term Unary()
    {
        if (++_depth > MostDepth)
        {
            return Fail(_position, "it is nested too deeply");
        }

        bool isNegative = Take("-");
        Term term = isNegative || Take("+") ? Unary() : Primary();
        _depth--;
        return !isNegative ? term : term is NumberTerm number ? new NumberTerm(-number.Value) : new NegativeTerm(term);
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
                    : name == "infinity" && !operands.Contains(name) ? new NumberTerm(double.PositiveInfinity)
                    : Operand(name, start);
            case { } other:
                return Fail(start, $"'{other}' is not expected here");
        }
    }

    private NumberTerm Number(int start)
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
        return double.IsInfinity(round(value)) ? Fail(start, $"{text.Substring(start, _position - start)} is beyond the range of the precision") : new NumberTerm(value);
    }

    private Term Operand(string name, int start)
    {
        int index = operands.ToList().IndexOf(name);
        return index >= 0
            ? new OperandTerm(index)
            : Fail(start, $"'{name}' is none of its inputs, {string.Join(", ", operands.Select(operand => $"'{operand}'"))}{Suggestion.For(name, operands)}");
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

        return FormulaFunctions.Create(name, [.. values], (position, words) => Fail(position ?? start, words));
    }

    private string Name()
    {
        int start = _position;
        while (_position < text.Length && (char.IsLetterOrDigit(text[_position]) || text[_position] is '_' or '.'))
        {
            _position++;
        }

        return text.Substring(start, _position - start);
    }

    private char? Peek()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }

        return _position < text.Length ? text[_position] : null;
    }

    private bool Take(string sign)
    {
        bool isThere = Peek() is not null && string.CompareOrdinal(text, _position, sign, 0, sign.Length) == 0;
        _position += isThere ? sign.Length : 0;
        return isThere;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
        {
            Fail(_position, $"'{sign}' is missing");
        }
    }

    /// <summary>Notes the first problem and goes to the end.</summary>
    private NumberTerm Fail(int position, string words)
    {
        Problem ??= (position, words);
        _position = text.Length;
        return new NumberTerm(0);
    }
}
