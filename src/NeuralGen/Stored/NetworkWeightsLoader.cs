using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen;

/// <summary>Reads the numbers of a network from a <c>.safetensors</c> file that has its tensors and no others.</summary>
/// <typeparam name="T">The type of number.</typeparam>
/// <param name="parts">The tensors.</param>
/// <param name="widen">A number in double precision.</param>
/// <param name="read">Reads the next numbers of a tensor.</param>
internal sealed class NetworkWeightsLoader<T>(IReadOnlyList<WeightsPart> parts, Func<T, double> widen, Func<TensorValues, T[], int> read)
    where T : struct
{
    private const int ChunkLength = 1 << 12;

    /// <summary>Reads the file.</summary>
    /// <param name="stream">Where to read, up to its end; it stays open.</param>
    /// <param name="parameters">Receives the parameters.</param>
    /// <param name="statistics">Receives the statistics.</param>
    /// <exception cref="FormatException">The file is no such file, or its tensors are not the network's; nothing has changed then.</exception>
    public void Load(Stream stream, Span<T> parameters, Span<T> statistics)
    {
        if (!stream.CanSeek)
        {
            using MemoryStream copy = new();
            stream.CopyTo(copy);
            copy.Position = 0;
            Load(copy, parameters, statistics);
            return;
        }

        string name = stream is FileStream { Name: { } path } ? Path.GetFileName(path) : "weights";
        if (SafeTensorsReader.TryRead(stream, name, out IReadOnlyList<string> problems) is not { } file)
        {
            throw Error(problems);
        }

        problems = WeightsComparison.Compare(parts, file.Tensors, TensorProblems.Quote(name));
        if (problems.Count > 0)
        {
            throw Error(problems);
        }

        Dictionary<string, TensorEntry> tensors = file.Tensors.ToDictionary(tensor => tensor.Name);
        T[] newParameters = parameters.ToArray();
        T[] newStatistics = statistics.ToArray();
        foreach (WeightsPart part in parts)
        {
            Read(part, tensors[part.Name], new TensorValues(stream, file, tensors[part.Name]), (part.IsStatistic ? newStatistics : newParameters).AsSpan(part.Offset, part.Count));
        }

        newParameters.CopyTo(parameters);
        newStatistics.CopyTo(statistics);
        stream.Position = stream.Length;
    }

    private static FormatException Error(IReadOnlyList<string> problems) => new(string.Join("\n", problems.Select(problem => problem + ".")));

    private void Read(WeightsPart part, TensorEntry tensor, TensorValues values, Span<T> target)
    {
        T[] chunk = new T[ChunkLength];
        for (int done = 0; done < target.Length;)
        {
            int count = read(values, chunk);
            for (int i = 0; i < count; i++)
            {
                double value = widen(chunk[i]);
                if (double.IsNaN(value) || double.IsInfinity(value))
                {
                    string precision = tensor.Type == DataType.F64 && typeof(T) == typeof(float) ? " in the network's precision" : "";
                    throw Error([FormattableString.Invariant($"Tensor '{part.Name}' is {value} at {part.Place(done + i)}{precision}; it must be a finite number")]);
                }
            }

            chunk.AsSpan(0, count).CopyTo(target.Slice(done));
            done += count;
        }
    }
}
