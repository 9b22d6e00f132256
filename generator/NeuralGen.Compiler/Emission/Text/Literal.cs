using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>The one place that turns a value into C# text from which it cannot escape.</summary>
internal static class Literal
{
    /// <summary>A number as the shortest literal that reads back to the same bits; NaN and infinities by name.</summary>
    public static string Number(double value, Precision precision) =>
        precision == Precision.Single ? Single((float)value) : Double(value);

    /// <summary>An element of a tensor of whole numbers or truth values, or one of floating-point numbers that is whole.</summary>
    public static string Element(long value, ElementType type, Precision precision) => type switch
    {
        ElementType.Float => Number(value, precision),
        ElementType.Bool => Flag(value != 0),
        ElementType.Long => Integer(value) + "L",
        ElementType.Int => Integer(value),
        _ => $"({ElementTypes.Name(type)}){(value < 0 ? $"({Integer(value)})" : Integer(value))}",
    };

    /// <summary>A string literal; everything but printable ASCII and letters is escaped.</summary>
    public static string String(string text)
    {
        StringBuilder result = new("\"");
        foreach (char letter in text)
        {
            if (letter is '"' or '\\')
            {
                result.Append('\\').Append(letter);
            }
            else if (letter is >= ' ' and <= '~' || char.IsLetterOrDigit(letter))
            {
                result.Append(letter);
            }
            else
            {
                result.Append("\\u").Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return result.Append('"').ToString();
    }

    /// <summary>Text for a comment: one line, and nothing in it that ends the comment or hides what follows.</summary>
    public static string Comment(string text)
    {
        StringBuilder result = new();
        foreach (char letter in text.Length <= 80 ? text : text.Substring(0, 77) + "...")
        {
            bool isPlain = letter is >= ' ' and <= '~' || char.IsLetterOrDigit(letter);
            result.Append(isPlain ? letter : '?');
        }

        return result.ToString();
    }

    /// <summary>Text for an XML comment.</summary>
    public static string Xml(string text) => XmlOnly(Comment(text));

    /// <summary>Text of our own, whose foreign parts are safe for a comment already, for an XML comment.</summary>
    public static string XmlOnly(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");

    /// <summary>A multiple of a variable.</summary>
    public static string Times(string variable, long factor) => factor == 1 ? variable : $"{variable} * {Integer(factor)}";

    /// <summary>A whole number.</summary>
    public static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>True or false.</summary>
    public static string Flag(bool value) => value ? "true" : "false";

    private static string Double(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        string text = Digits(value);
        return text.IndexOfAny(['.', 'E']) >= 0 ? text : text + ".0";
    }

    private static string Single(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
        {
            return float.IsNaN(value) ? "float.NaN" : value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

        if (value == 0)
        {
            return IsNegative(value) ? "-0f" : "0f";
        }

        foreach (string format in new[] { "G6", "G7", "G8" })
        {
            string text = value.ToString(format, CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float back) && back.Equals(value))
            {
                return text + "f";
            }
        }

        return value.ToString("G9", CultureInfo.InvariantCulture) + "f";
    }

    private static string Digits(double value)
    {
        if (value == 0)
        {
            return IsNegative(value) ? "-0" : "0";
        }

        foreach (string format in new[] { "G15", "G16" })
        {
            string text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back.Equals(value))
            {
                return text;
            }
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static bool IsNegative(double value) => BitConverter.DoubleToInt64Bits(value) < 0;
}
