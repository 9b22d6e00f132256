using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>Writes numbers as constant data.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="arithmetic">How numbers are written.</param>
/// <param name="platform">What the project offers.</param>
/// <param name="cancellationToken">Stops the writing.</param>
internal sealed class DataWriter(SourceWriter writer, Arithmetic arithmetic, TargetPlatform platform, CancellationToken cancellationToken)
{
    private const int NumbersPerLine = 8;

    /// <summary>Writes a property that gives the numbers as a span.</summary>
    /// <param name="access">The property's access.</param>
    /// <param name="name">Its name.</param>
    /// <param name="values">The numbers.</param>
    public void Property(string access, string name, IEnumerable<NumberArray> values)
    {
        string type = arithmetic.Type;
        double[] numbers = [.. values.SelectMany(block => block.ToArray())];
        if (numbers.Length == 0)
        {
            writer.Line($"{access} static global::System.ReadOnlySpan<{type}> {name} => default;");
            return;
        }

        // Without CreateSpan the property would allocate an array at every call.
        if (platform.HasConstantSpans)
        {
            writer.Line($"{access} static global::System.ReadOnlySpan<{type}> {name} => new {type}[]");
        }
        else
        {
            string field = $"{name}Data";
            writer.Line($"{access} static global::System.ReadOnlySpan<{type}> {name} => {field};\n");
            writer.Line($"private static readonly {type}[] {field} = new {type}[]");
        }

        writer.Line("{");
        writer.Indent();
        for (int i = 0; i < numbers.Length; i += NumbersPerLine)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line(string.Join(" ", Row(numbers, i)));
        }

        writer.Outdent();
        writer.Line("};");
    }

    private IEnumerable<string> Row(double[] numbers, int start)
    {
        for (int i = start; i < Math.Min(start + NumbersPerLine, numbers.Length); i++)
        {
            yield return arithmetic.Literal(numbers[i]) + ",";
        }
    }
}
