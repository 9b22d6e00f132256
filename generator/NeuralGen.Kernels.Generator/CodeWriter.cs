using System.Text;

namespace NeuralGen.Kernels.Generator;

/// <summary>Writes lines of C# with their indentation.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line.</summary>
    /// <param name="line">Its text; empty for an empty line.</param>
    public void Line(string line = "") => _text.Append(' ', line.Length == 0 ? 0 : 4 * _depth).Append(line).Append('\n');

    /// <summary>Writes the head of a block and opens it.</summary>
    /// <param name="head">The head.</param>
    public void Open(string head)
    {
        Line(head);
        Line("{");
        _depth++;
    }

    /// <summary>Closes the last block.</summary>
    /// <param name="tail">What follows its brace.</param>
    public void Close(string tail = "")
    {
        _depth--;
        Line("}");
        if (tail.Length != 0)
        {
            Line(tail);
        }
    }

    /// <summary>Gets the text.</summary>
    /// <returns>All lines.</returns>
    public override string ToString() => _text.ToString();
}
