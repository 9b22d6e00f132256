using System.Text;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>Prose in lines of the width of README.</summary>
internal static class Paragraph
{
    private const int Width = 128;

    public static string Wrap(string text)
    {
        StringBuilder lines = new();
        int column = 0;
        foreach (string word in text.Split(' '))
        {
            bool fits = column + 1 + word.Length <= Width;
            lines.Append(column == 0 ? "" : fits ? " " : "\n").Append(word);
            column = column > 0 && fits ? column + 1 + word.Length : word.Length;
        }

        return lines.ToString();
    }
}
