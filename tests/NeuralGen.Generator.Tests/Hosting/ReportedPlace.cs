using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>Where a rule is reported.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">Lines and columns, which count from 0 here and from 1 in texts.</param>
internal sealed record ReportedPlace(string Id, string Path, LinePositionSpan Span)
{
    /// <summary>The place of a diagnostic.</summary>
    public static ReportedPlace Of(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return new ReportedPlace(diagnostic.Id, span.Path, span.Span);
    }

    /// <summary>The places in the order in which a list of errors shows them.</summary>
    public static IEnumerable<T> Sort<T>(IEnumerable<T> items, Func<T, ReportedPlace> placeOf) => items
        .OrderBy(item => placeOf(item).Path, StringComparer.Ordinal)
        .ThenBy(item => placeOf(item).Span.Start)
        .ThenBy(item => placeOf(item).Id, StringComparer.Ordinal);

    public override string ToString() =>
        $"{Path}({Span.Start.Line + 1},{Span.Start.Character + 1})-({Span.End.Line + 1},{Span.End.Character + 1}): {Id}";
}
