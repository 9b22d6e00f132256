using System.Buffers;
using System.Globalization;
using System.Text;

namespace NeuralGen.Tool.Predicting;

/// <summary>Writes fields of CSV files: RFC 4180, numbers so that they read back to the same bits.</summary>
/// <param name="separator">What stands between fields.</param>
internal sealed class RowText(byte separator)
{
    private const int LongestNumber = 40;
    private const byte Quote = (byte)'"';

    private readonly SearchValues<byte> _special = SearchValues.Create([separator, Quote, (byte)'\n', (byte)'\r']);
    private byte[] _buffer = new byte[1 << 16];
    private bool _isFieldOpen;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear() => (Length, _isFieldOpen) = (0, false);

    /// <summary>Writes a field as it is.</summary>
    public void Raw(ReadOnlySpan<byte> text)
    {
        Separate();
        Append(text);
    }

    /// <summary>Writes a field, in quotes where it needs them.</summary>
    public void Field(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(_special) < 0 && (text.IsEmpty || (text[0] != ' ' && text[^1] != ' ')))
        {
            Raw(text);
            return;
        }

        Separate();
        Room((2 * text.Length) + 2);
        _buffer[Length++] = Quote;
        foreach (byte letter in text)
        {
            if (letter == Quote)
            {
                _buffer[Length++] = Quote;
            }

            _buffer[Length++] = letter;
        }

        _buffer[Length++] = Quote;
    }

    /// <summary>Writes a field, in quotes where it needs them.</summary>
    public void Field(string text) => Field(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a number.</summary>
    public void Number<T>(T value)
        where T : IUtf8SpanFormattable
    {
        Separate();
        Room(LongestNumber);
        value.TryFormat(_buffer.AsSpan(Length), out int written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Room(1);
        _buffer[Length++] = (byte)'\n';
        _isFieldOpen = false;
    }

    private void Separate()
    {
        if (_isFieldOpen)
        {
            Room(1);
            _buffer[Length++] = separator;
        }

        _isFieldOpen = true;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(_buffer.AsSpan(Length));
        Length += text.Length;
    }

    private void Room(int length)
    {
        if (_buffer.Length - Length < length)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, Length + length));
        }
    }
}
