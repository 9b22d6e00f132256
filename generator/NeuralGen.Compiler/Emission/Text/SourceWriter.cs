using System.Text;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Writes indented C#.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines; empty ones stay without indentation.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _depth * 4).Append(line);
            }

            _text.Append('\n');
        }
    }

    /// <summary>How many characters there are.</summary>
    public int Length => _text.Length;

    /// <summary>Puts lines where others were written before.</summary>
    /// <param name="position">The length at that time.</param>
    /// <param name="lines">The lines, each with its end.</param>
    public void Insert(int position, string lines) => _text.Insert(position, lines);

    /// <summary>Opens a block.</summary>
    public void Open(string header)
    {
        Line(header);
        Line("{");
        _depth++;
    }

    /// <summary>Closes a block.</summary>
    public void Close()
    {
        _depth--;
        Line("}");
    }

    /// <summary>Writes further lines one step to the right until <see cref="Outdent"/>.</summary>
    public void Indent() => _depth++;

    /// <summary>Ends what <see cref="Indent"/> began.</summary>
    public void Outdent() => _depth--;

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
