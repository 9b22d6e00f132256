using System.Globalization;
using System.Text;

namespace TextAngle;

/// <summary>An image of one line of text, as grey pixels.</summary>
/// <param name="width">Its width.</param>
/// <param name="height">Its height.</param>
/// <param name="pixels">A byte per pixel, row by row.</param>
internal sealed class TextLine(int width, int height, byte[] pixels)
{
    private const int HeaderLines = 3;

    /// <summary>Reads a file of the format PGM, whose head is three lines: P5, width and height, 255.</summary>
    public static TextLine Load(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int start = 0;
        for (int line = 0; line < HeaderLines; line++)
        {
            start = Array.IndexOf(file, (byte)'\n', start) + 1;
        }

        string[] head = Encoding.ASCII.GetString(file, 0, start).Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        (int width, int height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return head[0] == "P5" && file.Length - start == width * height
            ? new TextLine(width, height, file[start..])
            : throw new InvalidDataException($"'{path}' is no image of {width} x {height} grey pixels.");
    }

    /// <summary>The same image upside down.</summary>
    public TextLine Turned() => new(width, height, [.. pixels.Reverse()]);

    /// <summary>What the model takes: three channels, which are equal, of values from -1 to 1.</summary>
    public float[] Prepared()
    {
        if (AngleClassifier.InputShape is not [int channels, int rows, int columns] || rows != height || columns != width)
        {
            throw new InvalidOperationException($"The model takes other images than {width} x {height}.");
        }

        return [.. Enumerable.Range(0, channels).SelectMany(_ => pixels.Select(pixel => (pixel / 127.5f) - 1))];
    }
}
