using System.Buffers;
using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Predicting;

/// <summary>Reads a CSV file in chunks of whole rows. What a pipe gives goes on at once, so that nobody waits for rows that are not there yet.</summary>
/// <param name="stream">Where to read.</param>
/// <param name="name">Its name, for messages.</param>
/// <param name="separator">What stands between fields.</param>
/// <param name="isPaced">Whether whoever writes may pause: then each reading is a chunk of its own.</param>
internal sealed class RowSource(Stream stream, string name, byte separator, bool isPaced)
{
    private const int ChunkLength = 1 << 18;
    private const int MostRowLength = 1 << 24;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly RowSplitter _splitter = new(separator);
    private byte[] _rest = [];
    private int _restLength;
    private long _line = 1;
    private bool _isAtEnd;
    private bool _isStarted;

    /// <summary>What stands between fields.</summary>
    public byte Separator => separator;

    /// <summary>How many bytes have been read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The next rows; null at the end.</summary>
    public RowChunk? Next()
    {
        if (_isAtEnd)
        {
            return null;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Max(ChunkLength, 2 * _restLength));
        Array.Copy(_rest, buffer, _restLength);
        int length = _restLength;
        int end = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (end > 0)
                {
                    break;
                }

                buffer = Grown(buffer, length);
            }

            int read = stream.Read(buffer, length, buffer.Length - length);
            BytesRead += read;
            if (read == 0)
            {
                _isAtEnd = true;
                end = length;
                break;
            }

            read = WithoutMark(buffer, read);
            int found = _splitter.Advance(buffer.AsSpan(length, read));
            end = found > 0 ? length + found : end;
            length += read;
            if (end > 0 && isPaced)
            {
                break;
            }
        }

        _restLength = length - end;
        if (_rest.Length < _restLength)
        {
            _rest = new byte[Math.Max(_restLength, ChunkLength)];
        }

        Array.Copy(buffer, end, _rest, 0, _restLength);
        RowChunk chunk = new(buffer, end, _line);
        _line += buffer.AsSpan(0, end).Count((byte)'\n');
        return end > 0 ? chunk : null;
    }

    private byte[] Grown(byte[] buffer, int length)
    {
        if (length >= MostRowLength)
        {
            throw new ToolException(FormattableString.Invariant($"{name}({_line}): error: the row is longer than {MostRowLength} bytes; a quote in it may never be closed"));
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(2 * length);
        Array.Copy(buffer, larger, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>Leaves out the byte order mark in front of the file.</summary>
    /// <returns>How many bytes are left.</returns>
    private int WithoutMark(byte[] buffer, int read)
    {
        bool hasMark = !_isStarted && read >= Mark.Length && buffer.AsSpan(0, Mark.Length).SequenceEqual(Mark);
        _isStarted = true;
        if (hasMark)
        {
            read -= Mark.Length;
            Array.Copy(buffer, Mark.Length, buffer, 0, read);
        }

        return read;
    }
}
