using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen;

/// <summary>Writes the numbers of a network as a <c>.safetensors</c> file.</summary>
/// <typeparam name="T">The type of number.</typeparam>
/// <param name="parts">The tensors.</param>
/// <param name="widen">A number in double precision.</param>
/// <param name="write">Writes the first of some numbers.</param>
internal sealed class NetworkWeightsWriter<T>(IReadOnlyList<WeightsPart> parts, Func<T, double> widen, Action<SafeTensorsWriter, T[], int> write)
    where T : struct
{
    private const int ChunkLength = 1 << 12;

    /// <summary>Other programs ask for it: the names and layouts are those of PyTorch.</summary>
    private static readonly Dictionary<string, string> Metadata = new() { ["format"] = "pt" };

    /// <summary>Writes the file.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="statistics">The statistics.</param>
    /// <param name="needsNormalization">Whether statistics have still to be learned.</param>
    /// <exception cref="InvalidOperationException">The file would not be read again; nothing is written then.</exception>
    public void Write(Stream stream, ReadOnlySpan<T> parameters, ReadOnlySpan<T> statistics, bool needsNormalization)
    {
        foreach (WeightsPart part in parts)
        {
            if (needsNormalization && part.IsLearned)
            {
                throw new InvalidOperationException($"'{part.Name}' is not known yet; train the network, or call FitNormalization or Load, before it is saved.");
            }

            Check(part, Numbers(part, parameters, statistics));
        }

        DataType type = typeof(T) == typeof(float) ? DataType.F32 : DataType.F64;
        SafeTensorsWriter writer = new(stream, [.. parts.Select(part => new TensorDeclaration(part.Name, type, part.Shape))], Metadata);
        T[] chunk = new T[ChunkLength];
        foreach (WeightsPart part in parts)
        {
            ReadOnlySpan<T> rest = Numbers(part, parameters, statistics);
            while (rest.Length > 0)
            {
                int count = Math.Min(rest.Length, chunk.Length);
                rest.Slice(0, count).CopyTo(chunk);
                write(writer, chunk, count);
                rest = rest.Slice(count);
            }
        }
    }

    private static ReadOnlySpan<T> Numbers(WeightsPart part, ReadOnlySpan<T> parameters, ReadOnlySpan<T> statistics) =>
        (part.IsStatistic ? statistics : parameters).Slice(part.Offset, part.Count);

    private void Check(WeightsPart part, ReadOnlySpan<T> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            double value = widen(values[i]);
            if (double.IsNaN(value) || double.IsInfinity(value))
            {
                throw new InvalidOperationException(FormattableString.Invariant($"'{part.Name}' is {value} at {part.Place(i)}; it must be a finite number to be saved."));
            }
        }
    }
}
