namespace NeuralGen.Training;

/// <summary>A file of data has something in it that cannot be read as a number, a label or a row.</summary>
public sealed class DataFormatException : FormatException
{
    /// <summary>Initializes a new instance of the <see cref="DataFormatException"/> class.</summary>
    public DataFormatException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DataFormatException"/> class with a message.</summary>
    /// <param name="message">what is wrong.</param>
    public DataFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DataFormatException"/> class with a message and a
    /// cause.</summary>
    /// <param name="message">what is wrong.</param>
    /// <param name="innerException">the cause.</param>
    public DataFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="DataFormatException"/> class for a place in a file.</summary>
    /// <param name="line">the line on which the row starts, from 1.</param>
    /// <param name="column">the name of the column, or null if the row is wrong as a whole.</param>
    /// <param name="text">the text of the field, or null if the row is wrong as a whole.</param>
    /// <param name="problem">what is wrong.</param>
    /// <param name="innerException">the cause.</param>
    public DataFormatException(long line, string? column, string? text, string problem, Exception? innerException = null)
        : base(FormattableString.Invariant($"Line {line}{(column is null ? string.Empty : $", column '{column}'")}: {problem}"), innerException)
    {
        Line = line;
        Column = column;
        Text = text;
    }

    /// <summary>Gets the line on which the row starts, from 1, or 0 if the file is wrong as a whole.</summary>
    public long Line { get; }

    /// <summary>Gets the name of the column, or null.</summary>
    public string? Column { get; }

    /// <summary>Gets the text of the field, or null.</summary>
    public string? Text { get; }
}
