using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>Turns names and numbers into JSON text.</summary>
internal static class JsonText
{
    /// <summary>A string; everything but printable ASCII is escaped.</summary>
    public static string String(string text)
    {
        StringBuilder result = new("\"");
        foreach (char letter in text)
        {
            _ = letter is '"' or '\\' ? result.Append('\\').Append(letter)
                : letter is >= ' ' and <= '~' ? result.Append(letter)
                : result.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
        }

        return result.Append('"').ToString();
    }

    /// <summary>A list of strings.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(String))}]";

    /// <summary>A label, with its name in C# where that does not follow from its text.</summary>
    public static string Label(Label label) =>
        Identifier.Member(label.Text) == label.Identifier ? String(label.Text)
        : $"{{ \"text\": {String(label.Text)}, \"name\": {String(label.Identifier)} }}";

    /// <summary>A finite number, which reads back to the same bits.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
