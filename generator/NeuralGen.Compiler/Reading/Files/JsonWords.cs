using NeuralGen.Compiler.Json;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Puts kinds of JSON values into words, for messages.</summary>
internal static class JsonWords
{
    /// <summary>The value with its article: a number, a string, an array of 3.</summary>
    public static string Describe(JsonValue value) => value.Kind switch
    {
        JsonKind.Object => "an object",
        JsonKind.Array => $"an array of {value.Count}",
        JsonKind.String => $"the string {Short(value.Raw)}",
        JsonKind.Number => $"the number {Short(value.Raw)}",
        JsonKind.Null => "null",
        _ => value.Raw,
    };

    private static string Short(string text) => text.Length <= 40 ? text : text.Substring(0, 37) + "...";
}
