using System.Globalization;
using System.Text;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>Turns texts into JSON.</summary>
internal static class JsonText
{
    /// <summary>A text as a JSON string with its quotes.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            // Half a surrogate pair has no form in UTF-8, so all surrogates are written by their codes.
            quoted.Append(c is '"' or '\\' ? $"\\{c}"
                : c < ' ' || char.IsSurrogate(c) ? $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}"
                : c.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
