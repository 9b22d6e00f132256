using System.Text;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Writes indented C#.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Where the empty line behind the last statement of a method's entry ends.</summary>
    private int _entryEnd = -1;

    /// <summary>Writes one or more lines; empty ones stay without indentation, and never follow each other.</summary>
    public void Line(string text = "")
    {
        _entryEnd = -1;
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _depth * 4).Append(line).Append('\n');
            }
            else if (!EndsWithEmptyLine)
            {
                _text.Append('\n');
            }
        }
    }

    /// <summary>Writes a statement of a method's entry, with one empty line behind all of them.</summary>
    public void Entry(string statement)
    {
        if (_text.Length == _entryEnd)
        {
            _text.Length--;
        }

        Line(statement);
        Line();
        _entryEnd = _text.Length;
    }

    /// <summary>How many characters there are.</summary>
    public int Length => _text.Length;

    /// <summary>What a line begins with.</summary>
    public string Indentation => new(' ', _depth * 4);

    /// <summary>Puts lines where others were written before.</summary>
    /// <param name="position">The length at that time.</param>
    /// <param name="lines">The lines, each with its end.</param>
    public void Insert(int position, string lines) => _text.Insert(position, lines);

    /// <summary>Takes back what was written since there were so many characters.</summary>
    public void Truncate(int length) => _text.Length = length;

    /// <summary>Takes back empty lines at the end.</summary>
    public void TrimLines()
    {
        while (EndsWithEmptyLine)
        {
            _text.Length--;
        }
    }

    /// <summary>Begins another file.</summary>
    public void Clear() => _text.Clear();

    /// <summary>Opens a block.</summary>
    public void Open(string header)
    {
        Line(header);
        OpenScope();
    }

    /// <summary>Opens a block whose local variables nothing else sees.</summary>
    public void OpenScope()
    {
        Line("{");
        _depth++;
    }

    /// <summary>Closes a block, without empty lines at its end.</summary>
    public void Close()
    {
        TrimLines();
        _depth--;
        Line("}");
    }

    /// <summary>Writes further lines one step to the right until <see cref="Outdent"/>.</summary>
    public void Indent() => _depth++;

    /// <summary>Ends what <see cref="Indent"/> began.</summary>
    public void Outdent() => _depth--;

    private bool EndsWithEmptyLine => _text.Length > 1 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n';

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
