using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads the labels of a file: strings, or objects of a text and a name.</summary>
internal static class LabelReader
{
    /// <summary>The keys of a label.</summary>
    internal static readonly string[] Keys = ["text", "name"];

    /// <summary>Reads the labels, or reports why not.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">The list of labels.</param>
    public static EquatableArray<LabelDeclaration>? Read(FileScope scope, JsonValue value)
    {
        if (value.Kind != JsonKind.Array)
        {
            scope.ReportKind(value, "'labels'", "an array of labels");
            return null;
        }

        List<LabelDeclaration> labels = [];
        int index = 0;
        foreach (JsonValue element in value.Elements)
        {
            if (Label(scope, element, $"'labels[{index++}]'") is { } label)
            {
                labels.Add(label);
            }
        }

        return labels.Count == index ? labels.ToEquatableArray() : null;
    }

    private static LabelDeclaration? Label(FileScope scope, JsonValue value, string what)
    {
        if (value.Kind == JsonKind.String)
        {
            return new LabelDeclaration(value.GetString(), null);
        }

        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, what, "a string or an object with 'text' and 'name'");
            return null;
        }

        string? text = null;
        string? name = null;
        foreach (JsonMember member in scope.Members(value, what))
        {
            switch (member.Name)
            {
                case "text":
                    text = scope.String(member.Value, FileScope.Member(what, "text"));
                    break;
                case "name":
                    name = scope.String(member.Value, FileScope.Member(what, "name"));
                    break;
                default:
                    scope.ReportKey(member, value, what, Keys);
                    break;
            }
        }

        if (!value.TryGetMember("text", out _))
        {
            scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), what, "text");
        }

        return text is null ? null : new LabelDeclaration(text, name);
    }
}
