using System.Globalization;
using NeuralGen.Training;

namespace Digits;

/// <summary>Reads images with their labels: a label and 64 brightnesses from 0 to 16 a line.</summary>
internal static class DigitFile
{
    private const int Classes = 10;

    private const float Brightest = 16;

    /// <summary>Reads a file: pixels from 0 to 1, and a target per class.</summary>
    /// <param name="name">The file's name, beside the program.</param>
    public static Dataset<float> Load(string name)
    {
        List<float[]> images = [];
        List<float[]> targets = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, name)))
        {
            int[] numbers = [.. line.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
            images.Add([.. numbers.Skip(1).Select(brightness => brightness / Brightest)]);
            targets.Add([.. Enumerable.Range(0, Classes).Select(digit => digit == numbers[0] ? 1f : 0f)]);
        }

        return new Dataset<float>(images, targets);
    }
}
