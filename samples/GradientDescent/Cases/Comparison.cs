namespace GradientDescent.Cases;

/// <summary>Shows numbers of the source material beside computed ones, and counts those that differ.</summary>
internal sealed class Comparison
{
    public int Numbers { get; private set; }

    public int Differences { get; private set; }

    public static void Head() => Console.WriteLine($"{"case",-30} {"number",-14} {"the source says",22} {"NeuralGen says",22}");

    /// <summary>Compares; a tolerance, if there is one, is relative.</summary>
    public void Show(string name, string what, double expected, double actual, double tolerance = 0)
    {
        bool isEqual = Math.Abs(actual - expected) <= tolerance * Math.Abs(expected); // false for NaN
        Numbers++;
        Differences += isEqual ? 0 : 1;
        Console.WriteLine($"{name,-30} {what,-14} {expected,22:R} {actual,22:R}{(isEqual ? "" : "  differs")}");
    }

    public void Show(string name, string what, double[] expected, ReadOnlySpan<double> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Show(name, $"{what} {i}", expected[i], actual[i]);
        }
    }
}
