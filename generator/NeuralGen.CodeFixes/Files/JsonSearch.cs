using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Json;

namespace NeuralGen.CodeFixes.Files;

/// <summary>Finds values of a file by their places.</summary>
internal static class JsonSearch
{
    /// <summary>The characters of a value.</summary>
    public static TextSpan Span(JsonValue value) => new(value.Start, value.Length);

    /// <summary>The characters of a member's name, with its quotes.</summary>
    public static TextSpan NameSpan(JsonMember member) => new(member.NameStart, member.NameLength);

    /// <summary>The values at a place, from the innermost: the one that it is, and those that contain it.</summary>
    public static IReadOnlyList<JsonValue> PathTo(JsonDocument file, TextSpan place)
    {
        List<JsonValue> path = [];
        for (JsonValue? value = file.Root; value is { } inner; value = Child(inner, place))
        {
            path.Insert(0, inner);
        }

        return path;
    }

    private static JsonValue? Child(JsonValue value, TextSpan place)
    {
        foreach (JsonMember member in value.Members)
        {
            if (Span(member.Value).Contains(place))
            {
                return member.Value;
            }
        }

        foreach (JsonValue element in value.Elements)
        {
            if (Span(element).Contains(place))
            {
                return element;
            }
        }

        return null;
    }
}
