using System.Globalization;
using System.Text;

namespace NeuralGen;

/// <summary>Writes a network as a <c>.nn.json</c> file whose numbers read back to the same bits.</summary>
/// <typeparam name="T">The type of number.</typeparam>
/// <param name="header">The keys before the layers.</param>
/// <param name="layers">The layers.</param>
/// <param name="widen">A number in double precision.</param>
/// <param name="text">A number as text.</param>
internal sealed class NetworkFileWriter<T>(string header, IReadOnlyList<LayerLayout> layers, Func<T, double> widen, Func<T, string> text)
    where T : struct
{
    private const int NumbersPerLine = 16;

    private static readonly bool IsSingle = typeof(T) == typeof(float);

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="statistics">The statistics.</param>
    /// <param name="needsNormalization">Whether statistics have still to be learned.</param>
    /// <exception cref="InvalidOperationException">The compiler would not read the file; nothing is written then.</exception>
    public void Write(Stream stream, ReadOnlySpan<T> parameters, ReadOnlySpan<T> statistics, bool needsNormalization)
    {
        foreach (LayerLayout layer in layers)
        {
            foreach (NumberLayout numbers in layer.Numbers)
            {
                if (needsNormalization && numbers.IsLearned)
                {
                    throw new InvalidOperationException(
                        $"Layer '{layer.Name}' has no '{numbers.Key}' yet; train the network, or call FitNormalization or Load, before it is saved.");
                }

                Check(layer, numbers, (numbers.IsStatistic ? statistics : parameters).Slice(numbers.Offset, numbers.Count));
            }

            CheckTogether(layer, parameters, statistics);
        }

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

    /// <summary>Throws at a number that neither the compiler nor <see cref="NetworkFileLoader"/> would take.</summary>
    private void Check(LayerLayout layer, NumberLayout numbers, ReadOnlySpan<T> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = widen(values[i]);
            string? bounds = double.IsNaN(value) || double.IsInfinity(value) ? "a finite number" : layer.Missed(numbers, value, IsSingle);
            if (bounds is not null)
            {
                throw Error(layer, numbers, i, value, bounds);
            }
        }
    }

    /// <summary>The same of numbers that the compiler takes one by one, and not together.</summary>
    private void CheckTogether(LayerLayout layer, ReadOnlySpan<T> parameters, ReadOnlySpan<T> statistics)
    {
        Dictionary<NumberLayout, T[]> values = [];
        foreach (NumberLayout numbers in layer.Numbers.Where(numbers => numbers.Columns == 0))
        {
            values[numbers] = (numbers.IsStatistic ? statistics : parameters).Slice(numbers.Offset, numbers.Count).ToArray();
        }

        // The compiler reads the text, which in single precision is another number in double precision.
        double Read(T value) => double.Parse(text(value), CultureInfo.InvariantCulture);
        if (layer.Missed(numbers => Array.ConvertAll(values[numbers], Read), IsSingle) is { } missed)
        {
            throw Error(layer, missed.Numbers, missed.Index, widen(values[missed.Numbers][missed.Index]), missed.Bounds);
        }
    }

    private static InvalidOperationException Error(LayerLayout layer, NumberLayout numbers, int index, double value, string bounds) =>
        new(FormattableString.Invariant($"{numbers.Place(index)} of layer '{layer.Name}' is {value}; it must be {bounds} to be saved."));

    private void Write(TextWriter writer, ReadOnlySpan<T> values, int columns)
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

    private void WriteList(TextWriter writer, ReadOnlySpan<T> values, string indentation)
    {
        for (int i = 0; i < values.Length; i++)
        {
            writer.Write(i == 0 ? "" : i % NumbersPerLine == 0 ? $",\n{indentation}" : ", ");
            writer.Write(text(values[i]));
        }
    }
}
