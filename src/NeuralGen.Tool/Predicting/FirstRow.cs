using CsvHelper;

namespace NeuralGen.Tool.Predicting;

/// <summary>The first row of a file, apart from what follows it.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="Whole">The rows that begin with it.</param>
/// <param name="End">Where it ends, in bytes.</param>
internal sealed record FirstRow(IReadOnlyList<string> Fields, RowChunk Whole, int End)
{
    /// <summary>The rows behind it; they take the place of the whole.</summary>
    public RowChunk Rest
    {
        get
        {
            int lines = Whole.Buffer.AsSpan(0, End).Count((byte)'\n');
            Array.Copy(Whole.Buffer, End, Whole.Buffer, 0, Whole.Length - End);
            return new RowChunk(Whole.Buffer, Whole.Length - End, Whole.FirstLine + lines);
        }
    }

    /// <summary>Takes the first row from rows; null where there is none but empty lines.</summary>
    public static FirstRow? Of(RowChunk chunk, PredictionOptions options)
    {
        ReadOnlySpan<byte> bytes = chunk.Buffer.AsSpan(0, chunk.Length);
        RowSplitter splitter = new(options.Separator);
        int start = 0;
        for (int end = 0; end < bytes.Length;)
        {
            int next = bytes[end..].IndexOf((byte)'\n');
            int to = next < 0 ? bytes.Length : end + next + 1;
            int found = splitter.Advance(bytes[end..to]);
            end = to;
            if (found == 0 && end < bytes.Length)
            {
                continue;
            }

            if (bytes[start..end].IndexOfAnyExcept((byte)'\r', (byte)'\n') >= 0)
            {
                return new FirstRow(Read(chunk.Buffer.AsMemory(start, end - start), options), chunk, end);
            }

            start = end;
        }

        return null;
    }

    private static string[] Read(ReadOnlyMemory<byte> row, PredictionOptions options)
    {
        using CsvReader csv = CsvReader.Create(row, RowPredictor.Format(options with { OnError = ErrorPolicy.Stop }));
        return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : [];
    }
}
