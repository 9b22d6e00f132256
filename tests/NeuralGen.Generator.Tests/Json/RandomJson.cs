using System.Globalization;
using System.Text;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>Writes random texts that both this reader and System.Text.Json accept.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Fillers =
        [" ", "  ", "\n", "\t", "\r\n", "/**/", "/* * / [ \" */", "// {\"\n", "//\r", " /***/ // é\n\t"];

    private static readonly string[] Literals = ["true", "false", "null"];

    private static readonly string[] Characters =
        ["a", "Z", "0", " ", "'", "/", "é", "\u2028", "漢", "😀", "{", "]", ",", ":", "//", "/*", "NaN", "\u007f"];

    private static readonly string[] Escapes =
        ["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u00e9", "\\uD83D\\uDe00", "\\uFFFF"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>A new text with a container outermost most of the time.</summary>
    public string Document()
    {
        _text.Clear();
        Fill();
        if (_random.Next(10) == 0)
        {
            Scalar();
        }
        else
        {
            Container(_random.Next(1, 6));
        }

        Fill();
        return _text.ToString();
    }

    /// <summary>A new number in any of the forms of RFC 8259.</summary>
    public string Number()
    {
        string sign = _random.Next(2) == 0 ? "-" : "";
        string whole = _random.Next(4) == 0 ? "0" : _random.Next(1, 10) + Digits(_random.Next(20));
        string fraction = _random.Next(2) == 0 ? "" : "." + Digits(1 + _random.Next(25));
        string exponent = _random.Next(2) == 0 ? "" : Pick("e", "E") + Pick("", "+", "-") + Exponent();
        return sign + whole + fraction + exponent;
    }

    private string Exponent() => _random.Next(3) switch
    {
        0 => _random.Next(10).ToString(CultureInfo.InvariantCulture),
        1 => _random.Next(400).ToString("D3", CultureInfo.InvariantCulture),
        _ => _random.Next(40).ToString("D4", CultureInfo.InvariantCulture),
    };

    private string Digits(int count)
        => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));

    private void Value(int depth)
    {
        if (depth > 0 && _random.Next(3) != 0)
        {
            Container(depth);
        }
        else
        {
            Scalar();
        }
    }

    private void Scalar()
    {
        switch (_random.Next(4))
        {
            case 0:
                _text.Append(Pick(Literals));
                break;
            case 1:
                String();
                break;
            default:
                _text.Append(Number());
                break;
        }
    }

    private void Container(int depth)
    {
        bool isObject = _random.Next(2) == 0;
        _text.Append(isObject ? '{' : '[');
        int count = _random.Next(6);
        for (int i = 0; i < count; i++)
        {
            Fill();
            if (isObject)
            {
                String();
                _text.Append(Pick("", " ", "\n")).Append(':');
                Fill();
            }

            Value(depth - 1);
            Fill();
            _text.Append(i < count - 1 || _random.Next(5) == 0 ? "," : "");
        }

        Fill();
        _text.Append(isObject ? '}' : ']');
    }

    private void String()
    {
        _text.Append('"');
        for (int i = _random.Next(8); i > 0; i--)
        {
            _text.Append(_random.Next(3) == 0 ? Pick(Escapes) : Pick(Characters));
        }

        _text.Append('"');
    }

    private void Fill()
    {
        while (_random.Next(4) == 0)
        {
            _text.Append(Pick(Fillers));
        }
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
