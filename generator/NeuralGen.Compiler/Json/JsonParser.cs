using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json;

/// <summary>
/// Reads a text into a tape. Open containers are kept on a stack of fixed size, so no nesting exhausts the thread's
/// stack.
/// </summary>
internal sealed class JsonParser(JsonCursor cursor, JsonTape tape, CancellationToken cancellationToken)
{
    private const int MaximumDepth = 64;
    private const int TokensPerCancellationCheck = 4096;

    private readonly int[] _open = new int[MaximumDepth];
    private int _depth;
    private bool _inObject;

    private string ExpectedValue => _depth > 0 && !_inObject ? "a value or ']'" : "a value";

    /// <summary>Reads the whole text; false after an error.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public bool Parse()
    {
        if (!cursor.SkipTrivia())
        {
            return false;
        }

        if (cursor.AtEnd)
        {
            return cursor.Fail("The file is empty.", 0, 0);
        }

        do
        {
            if (!ReadValue() || !MoveToValue())
            {
                return false;
            }
        }
        while (_depth > 0);

        return cursor.SkipTrivia() && (cursor.AtEnd || cursor.Unexpected("the end of the file"));
    }

    /// <summary>Reads the value at the position; of a container, only the opening bracket.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private bool ReadValue()
    {
        int start = cursor.Position;
        char first = cursor.Current;
        if (first is '{' or '[')
        {
            return Open(first);
        }

        bool read = first switch
        {
            '"' => StringSyntax.Read(cursor),
            '-' or (>= '0' and <= '9') => NumberSyntax.Read(cursor),
            _ => WordSyntax.TryRead(cursor) || cursor.Unexpected(ExpectedValue),
        };
        if (read)
        {
            Add(start, cursor.Position - start);
        }

        return read;
    }

    /// <summary>
    /// Moves on to the first character of the next value, past commas, member names and the ends of containers, or to
    /// the end of the outermost value.
    /// </summary>
    [MethodImpl(ColdBuild.Optimized)]
    private bool MoveToValue()
    {
        while (_depth > 0)
        {
            ref JsonToken container = ref tape[_open[_depth - 1]];
            char close = _inObject ? '}' : ']';
            if (!cursor.SkipTrivia())
            {
                return false;
            }

            if (container.Count > 0)
            {
                if (cursor.Current == ',')
                {
                    cursor.Position++;
                    if (!cursor.SkipTrivia())
                    {
                        return false;
                    }
                }
                else if (cursor.Current != close)
                {
                    return cursor.Unexpected($"',' or '{close}'");
                }
            }

            if (cursor.Current != close)
            {
                container.Count++;
                return !_inObject || ReadName();
            }

            Close(ref container);
        }

        return true;
    }

    /// <summary>Reads a member's name and the colon, up to the first character of the member's value.</summary>
    private bool ReadName()
    {
        int start = cursor.Position;
        if (cursor.Current != '"')
        {
            return cursor.Unexpected("a member name in double quotes or '}'");
        }

        if (!StringSyntax.Read(cursor))
        {
            return false;
        }

        Add(start, cursor.Position - start);
        if (!cursor.SkipTrivia())
        {
            return false;
        }

        if (cursor.Current != ':')
        {
            return cursor.Unexpected("':'");
        }

        cursor.Position++;
        return cursor.SkipTrivia();
    }

    private bool Open(char bracket)
    {
        if (_depth == MaximumDepth)
        {
            return cursor.Fail(
                $"Expected at most {MaximumDepth} levels of nesting but found '{bracket}' opening another.",
                cursor.Position,
                1);
        }

        _open[_depth++] = tape.Count;
        _inObject = bracket == '{';
        Add(cursor.Position, 1);
        cursor.Position++;
        return true;
    }

    private void Close(ref JsonToken container)
    {
        cursor.Position++;
        container.Length = cursor.Position - container.Start;
        _depth--;
        container.Extent = tape.Count - _open[_depth];
        _inObject = _depth > 0 && cursor.Text[tape[_open[_depth - 1]].Start] == '{';
    }

    [MethodImpl(ColdBuild.Optimized)]
    private void Add(int start, int length)
    {
        if (tape.Count % TokensPerCancellationCheck == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        tape.Add(start, length);
    }
}
