using System.Numerics;
using System.Text;
using CsvHelper;

namespace NeuralGen.Training;

/// <summary>Reads data sets from CSV files (RFC 4180) with a row of column names.</summary>
/// <remarks>Numbers are written as in C#, whatever the machine's culture, but for the decimal separator; spaces around fields do not
/// count; empty lines are skipped.</remarks>
public static class CsvDataset
{
    /// <summary>Reads a data set from a file in UTF-8 or with a byte order mark.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="path">the file.</param>
    /// <param name="options">the columns.</param>
    /// <returns>the data set and its names.</returns>
    /// <exception cref="ArgumentException">the options contradict each other.</exception>
    /// <exception cref="DataFormatException">the file does not fit the options.</exception>
    /// <exception cref="IOException">the file cannot be read.</exception>
    public static CsvDataset<T> Load<T>(string path, CsvDatasetOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using StreamReader reader = new(path, Encoding.UTF8);
        return Load<T>(reader, options);
    }

    /// <summary>Reads a data set from a stream in UTF-8 or with a byte order mark.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="stream">where to read; it stays open.</param>
    /// <param name="options">the columns.</param>
    /// <returns>the data set and its names.</returns>
    /// <exception cref="ArgumentException">the options contradict each other.</exception>
    /// <exception cref="DataFormatException">the file does not fit the options.</exception>
    public static CsvDataset<T> Load<T>(Stream stream, CsvDatasetOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        return Load<T>(reader, options);
    }

    /// <summary>Reads a data set from text.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="reader">where to read; it stays open.</param>
    /// <param name="options">the columns.</param>
    /// <returns>the data set and its names.</returns>
    /// <exception cref="ArgumentException">the options contradict each other.</exception>
    /// <exception cref="DataFormatException">the file does not fit the options.</exception>
    public static CsvDataset<T> Load<T>(TextReader reader, CsvDatasetOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        CsvColumns.Check(options);
        using FirstLineReader text = new(reader);
        char? separator = ReadSeparator(text);
        CsvReaderOptions format = new()
        {
            Separator = separator ?? options.Delimiter,
            CommentPrefix = options.CommentPrefix,
            DetectSeparatorHint = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        using CsvReader csv = CsvReader.Create(text, format, leaveOpen: true);
        int linesBefore = separator is null ? 0 : 1;
        try
        {
            return new CsvTableReader<T>(csv, options, linesBefore).Read();
        }
        catch (CsvFormatException exception)
        {
            throw new DataFormatException(exception.LineNumber + linesBefore, null, null, exception.Message, exception);
        }
    }

    /// <summary>Takes a first line like <c>sep=;</c>.</summary>
    private static char? ReadSeparator(FirstLineReader text)
    {
        string line = text.FirstLine.Trim().Trim('"');
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // A tab is white space, which was trimmed.
        string separator = line.Length == 4 && text.FirstLine.Contains("=\t", StringComparison.Ordinal) ? "\t" : line[4..];
        if (separator.Length != 1 || !CsvColumns.IsSeparator(separator[0]))
        {
            throw new DataFormatException(1, null, text.FirstLine, $"'{line}' names the character between fields; it must be a single one, as in 'sep=;'.");
        }

        text.SkipFirstLine();
        return separator[0];
    }
}
