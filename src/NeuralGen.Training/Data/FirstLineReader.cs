namespace NeuralGen.Training;

/// <summary>Reads text whose first line can be looked at before. A byte order mark in front of it is left out.</summary>
internal sealed class FirstLineReader : TextReader
{
    private readonly TextReader _reader;
    private string _first;
    private int _position;

    public FirstLineReader(TextReader reader)
    {
        _reader = reader;
        FirstLine = (reader.ReadLine() ?? string.Empty).TrimStart('\uFEFF');
        _first = FirstLine + "\n";
    }

    /// <summary>Gets the first line, without its end.</summary>
    public string FirstLine { get; }

    public void SkipFirstLine() => _position = _first.Length;

    public override int Peek() => _position < _first.Length ? _first[_position] : _reader.Peek();

    public override int Read() => _position < _first.Length ? _first[_position++] : _reader.Read();

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_position == _first.Length)
        {
            _first = string.Empty;
            _position = 0;
            return _reader.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _first.Length - _position);
        _first.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
