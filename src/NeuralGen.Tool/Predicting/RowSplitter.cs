namespace NeuralGen.Tool.Predicting;

/// <summary>Finds where rows of a CSV file end: at line breaks outside quotes. It decides nothing else; the CSV library reads the rows.</summary>
/// <param name="separator">What stands between fields.</param>
internal sealed class RowSplitter(byte separator)
{
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    private bool _isQuoted;

    // Whether nothing but white space stands in the field so far, so that a quote would open it.
    private bool _isFieldEmpty = true;

    // Whether the last byte was a quote within quotes, which either ends them or stands for itself.
    private bool _wasQuote;

    /// <summary>Looks through further bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Behind which of them the last whole row ends; 0 where none does.</returns>
    public int Advance(ReadOnlySpan<byte> bytes)
    {
        int end = 0;
        int at = 0;
        while (at < bytes.Length)
        {
            if (_isQuoted && !_wasQuote)
            {
                int quote = bytes[at..].IndexOf(Quote);
                if (quote < 0)
                {
                    return end;
                }

                at += quote + 1;
                _wasQuote = true;
                continue;
            }

            if (_wasQuote)
            {
                _wasQuote = false;
                _isQuoted = bytes[at] == Quote;
                if (_isQuoted)
                {
                    at++;
                    continue;
                }
            }

            // Most rows have no quotes, and are skipped at the speed of memory.
            int next = bytes[at..].IndexOfAny(LineFeed, Quote);
            if (next < 0)
            {
                Note(bytes[at..]);
                return end;
            }

            if (bytes[at + next] == LineFeed)
            {
                at += next + 1;
                end = at;
                _isFieldEmpty = true;
                continue;
            }

            Note(bytes.Slice(at, next));
            _isQuoted = _isFieldEmpty;
            _isFieldEmpty = false;
            at += next + 1;
        }

        return end;
    }

    /// <summary>Notes what stands in the field behind bytes without quotes and line breaks.</summary>
    private void Note(ReadOnlySpan<byte> bytes)
    {
        int last = bytes.LastIndexOf(separator);
        if (last >= 0)
        {
            _isFieldEmpty = true;
            bytes = bytes[(last + 1)..];
        }

        _isFieldEmpty &= bytes.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0;
    }
}
