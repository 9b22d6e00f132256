using NeuralGen.Compiler.Networks.Expressions;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <content>The formula letter by letter.</content>
internal sealed partial class FormulaParser
{
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

    private bool IsNext(string sign) => Peek() is not null && string.CompareOrdinal(text, _position, sign, 0, sign.Length) == 0;

    private bool Take(string sign)
    {
        bool isThere = IsNext(sign);
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
    private Term Fail(int position, string words)
    {
        Problem ??= (position, words);
        _position = text.Length;
        return new NumberTerm(0);
    }
}
