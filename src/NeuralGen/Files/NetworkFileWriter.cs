using System.Globalization;
using System.Text;

namespace NeuralGen;

/// <summary>Writes a network as a <c>.nn.json</c> file whose numbers read back to the same bits.</summary>
/// <typeparam name="T">The type of number.</typeparam>
/// <param name="header">The keys before the layers.</param>
/// <param name="layers">The layers.</param>
internal sealed class NetworkFileWriter<T>(string header, IReadOnlyList<LayerLayout> layers)
    where T : struct, IFormattable
{
    private const int NumbersPerLine = 16;

    // .NET Framework's shortest form ("R") does not always read back to the same bits.
    private static readonly string Format =
#if NET
        "R";
#else
        typeof(T) == typeof(float) ? "G9" : "G17";
#endif

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="statistics">The statistics.</param>
    public void Write(Stream stream, ReadOnlySpan<T> parameters, ReadOnlySpan<T> statistics)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 14, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("{");
        foreach (string line in header.Split('\n'))
        {
            writer.WriteLine($"  {line},");
        }

        writer.WriteLine("  \"layers\": [");
        for (int i = 0; i < layers.Count; i++)
        {
            writer.Write("    { ");
            writer.Write(layers[i].Keys);
            foreach (NumberLayout numbers in layers[i].Numbers)
            {
                ReadOnlySpan<T> values = (numbers.IsStatistic ? statistics : parameters).Slice(numbers.Offset, numbers.Count);
                bool isNested = numbers.Key == NumberLayout.Slopes;
                writer.Write(isNested ? ",\n      \"activation\": { \"type\": \"prelu\", \"weights\": " : $",\n      \"{numbers.Key}\": ");
                Write(writer, values, numbers.Columns);
                writer.Write(isNested ? " }" : "");
            }

            writer.WriteLine(i == layers.Count - 1 ? " }" : " },");
        }

        writer.WriteLine("  ]");
        writer.WriteLine("}");
    }

    private static void Write(TextWriter writer, ReadOnlySpan<T> values, int columns)
    {
        writer.Write('[');
        if (columns == 0)
        {
            WriteList(writer, values, "        ");
        }

        for (int start = 0; columns > 0 && start < values.Length; start += columns)
        {
            writer.Write(start == 0 ? "\n        [" : ",\n        [");
            WriteList(writer, values.Slice(start, columns), "         ");
            writer.Write(']');
        }

        writer.Write(']');
    }

    private static void WriteList(TextWriter writer, ReadOnlySpan<T> values, string indentation)
    {
        for (int i = 0; i < values.Length; i++)
        {
            writer.Write(i == 0 ? "" : i % NumbersPerLine == 0 ? $",\n{indentation}" : ", ");
            writer.Write(values[i].ToString(Format, CultureInfo.InvariantCulture));
        }
    }
}
