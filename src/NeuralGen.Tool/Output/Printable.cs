namespace NeuralGen.Tool.Output;

/// <summary>Text from files, for terminals: nothing in it moves the cursor.</summary>
internal static class Printable
{
    /// <summary>The text with a mark in the place of control characters.</summary>
    public static string Of(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : text;
}
