using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;

namespace NeuralGen.CodeFixes.Files;

/// <summary>Writes the name that was probably meant: of a key, of a layer or its type, of an activation, of a setting's value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClosestNameCodeFix), DocumentKinds = ["AdditionalDocument"], DocumentExtensions = [".json"])]
[Shared]
public sealed class ClosestNameCodeFix : FileCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        FixedRules.SettingUnknown, FixedRules.UnknownActivation, FixedRules.UnknownKey, FixedRules.UnknownLayerType, FixedRules.UnknownSource);

    /// <inheritdoc/>
    private protected override TextEdit? Find(JsonDocument file, Diagnostic diagnostic)
    {
        TextSpan place = diagnostic.Location.SourceSpan;
        if (Property(diagnostic, FixProperties.Replacement) is not { } name)
        {
            return null;
        }

        JsonValue value = JsonSearch.PathTo(file, place)[0];
        bool isString = value.Kind == JsonKind.String && JsonSearch.Span(value) == place;
        return isString || IsKey(value, place, name) ? TextEdit.Replace($"Change to '{Escape(name)}'", place, $"\"{Escape(name)}\"") : null;
    }

    /// <summary>Whether a place is that of a key which can get another name: one that its object does not have yet.</summary>
    private static bool IsKey(JsonValue value, TextSpan place, string name)
    {
        foreach (JsonMember member in value.Members)
        {
            if (JsonSearch.NameSpan(member) == place)
            {
                return !value.TryGetMember(name, out _);
            }
        }

        return false;
    }

    private static string Escape(string name) => string.Concat(name.Select(letter =>
        letter is '"' or '\\' ? $"\\{letter}"
        : IsPrintable(letter) ? letter.ToString()
        : $"\\u{((int)letter).ToString("X4", CultureInfo.InvariantCulture)}"));

    /// <summary>Whether a character can stand for itself: none that breaks a line, and none that hides or reorders others.</summary>
    private static bool IsPrintable(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
