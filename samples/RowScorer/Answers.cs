using System.Buffers;
using System.Globalization;

namespace RowScorer;

/// <summary>Answers lines in their order: good ones in batches, bad ones in their places.</summary>
internal sealed class Answers(Settings settings, Stream output)
{
    private const int MostRows = 1024;
    private const int MostDigits = 32;

    /// <summary>What stands in the place of an answer to a bad line.</summary>
    private static readonly byte[] Marker = "error"u8.ToArray();

    private readonly float[] _inputs = new float[MostRows * BodyMass.InputSize];
    private readonly float[] _outputs = new float[MostRows];
    private readonly string?[] _problems = new string?[MostRows];
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly int[] _lineEnds = new int[MostRows];
    private int _rows;

    /// <summary>Gets the number of lines so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Gets the number of bad lines so far.</summary>
    public long BadLines { get; private set; }

    /// <summary>Gets what is wrong with the first bad line, or null.</summary>
    public string? FirstProblem { get; private set; }

    /// <summary>Takes a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="problem">What is wrong with it, where that is known.</param>
    /// <exception cref="FormatException">The line is bad, and bad lines end the program; the lines before it are answered.</exception>
    public void Add(ReadOnlySpan<byte> line, string? problem)
    {
        Lines++;
        Span<float> inputs = _inputs.AsSpan(_rows * BodyMass.InputSize, BodyMass.InputSize);
        problem ??= PenguinLine.Read(line, inputs);
        if (problem is not null)
        {
            inputs.Clear();
            BadLines++;
            FirstProblem ??= string.Create(CultureInfo.InvariantCulture, $"line {Lines}: {problem}");
            if (!settings.MarksErrors)
            {
                Flush();
                throw new FormatException(FirstProblem);
            }
        }

        _problems[_rows] = problem;
        if (settings.Appends)
        {
            _lines.Write(line);
            _lineEnds[_rows] = _lines.WrittenCount;
        }

        _rows++;
        if (_rows == MostRows)
        {
            Compute();
        }
    }

    /// <summary>Answers everything that was taken: nobody waits for an answer while the input pauses.</summary>
    public void Flush()
    {
        Compute();
        output.Flush();
    }

    private void Compute()
    {
        BodyMass.PredictBatch(_inputs.AsSpan(0, _rows * BodyMass.InputSize), _outputs.AsSpan(0, _rows));
        Span<byte> text = stackalloc byte[MostDigits];
        ReadOnlySpan<byte> lines = _lines.WrittenSpan;
        int start = 0;
        for (int row = 0; row < _rows; row++)
        {
            if (settings.Appends)
            {
                output.Write(lines[start.._lineEnds[row]]);
                output.Write(","u8);
                start = _lineEnds[row];
            }

            if (_problems[row] is not null)
            {
                output.Write(Marker);
            }
            else
            {
                _outputs[row].TryFormat(text, out int length, provider: CultureInfo.InvariantCulture);
                output.Write(text[..length]);
            }

            output.Write("\n"u8);
        }

        _rows = 0;
        _lines.ResetWrittenCount();
    }
}
