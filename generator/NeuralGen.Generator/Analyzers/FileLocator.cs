using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Analyzers;

/// <summary>Finds the line and column of a place in a file.</summary>
/// <param name="path">The file's path.</param>
/// <param name="text">Its text.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class FileLocator(string path, SourceText text, CancellationToken cancellationToken)
{
    /// <summary>Where places are in a text, as long as it lives: a note on a large file must not have it parsed with every keystroke.</summary>
    private static readonly ConditionalWeakTable<SourceText, ConcurrentDictionary<Place, TextSpan>> Known = new();

    private readonly Lazy<JsonDocument?> _document = new(() => JsonDocument.TryParse(text.ToString(), out _, cancellationToken));

    /// <summary>The location of a place; of the nearest place around it, where the place itself is missing from the file.</summary>
    public Location Locate(Place place)
    {
        TextSpan span = Known.GetOrCreateValue(text).GetOrAdd(place, Span);

        // A value of many lines is marked by its first: the list of errors shows a line and a column, not a page.
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        span = TextSpan.FromBounds(span.Start, Math.Max(span.Start, Math.Min(span.End, line.End)));
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }

    private TextSpan Span(Place place)
    {
        (int start, int length) = PlaceInFile.Find(place.Length is null ? _document.Value : null, place);
        int end = Math.Min(text.Length, start + length);
        return TextSpan.FromBounds(Math.Min(start, end), end);
    }
}
