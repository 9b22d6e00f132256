namespace RowScorer;

/// <summary>Cuts a stream into lines, and asks for answers whenever it may have to wait for more.</summary>
internal static class LineReader
{
    /// <summary>A line that is longer is none.</summary>
    private const int LongestLine = 1 << 20;

    private const int BlockSize = 1 << 16;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads all lines, each ended by a line feed, with or without a carriage return; the last one may have no end.</summary>
    public static void Read(Stream input, Answers answers)
    {
        byte[] buffer = new byte[LongestLine + BlockSize];
        int kept = 0;
        bool isFirst = true;
        bool isTooLong = false;
        while (input.Read(buffer, kept, BlockSize) is var count and > 0)
        {
            ReadOnlySpan<byte> rest = buffer.AsSpan(0, kept + count);
            int searched = kept;
            while (rest[searched..].IndexOf((byte)'\n') is var end and >= 0)
            {
                Add(rest[..(searched + end)], ref isFirst, ref isTooLong);
                rest = rest[(searched + end + 1)..];
                searched = 0;
            }

            if (rest.Length > LongestLine)
            {
                isTooLong = true;
                rest = [];
            }

            kept = rest.Length;
            rest.CopyTo(buffer);

            // What comes next may take long.
            answers.Flush();
        }

        if (kept > 0 || isTooLong)
        {
            Add(buffer.AsSpan(0, kept), ref isFirst, ref isTooLong);
        }

        answers.Flush();

        void Add(ReadOnlySpan<byte> line, ref bool isFirst, ref bool isTooLong)
        {
            line = isFirst && line.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line;
            line = line is [.. var text, (byte)'\r'] ? text : line;
            answers.Add(isTooLong ? [] : line, isTooLong ? $"it is longer than {LongestLine} bytes" : null);
            isFirst = false;
            isTooLong = false;
        }
    }
}
