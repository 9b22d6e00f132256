namespace DigitsInBrowser.Network;

/// <summary>What the filters of a layer make of a drawing, a picture each.</summary>
/// <param name="name">What the layer sees.</param>
/// <param name="count">How many filters it has.</param>
/// <param name="width">How wide and high a picture is.</param>
public sealed class FeatureMaps(string name, int count, int width)
{
    private readonly float[] _values = new float[count * width * width];

    /// <summary>What the layer sees.</summary>
    public string Name => name;

    /// <summary>How many filters it has.</summary>
    public int Count => count;

    /// <summary>How wide and high a picture is.</summary>
    public int Width => width;

    /// <summary>The activations, filter by filter, row by row.</summary>
    public Span<float> Values => _values;

    /// <summary>The activations as shades: 0 where a filter sees nothing, 255 where one of the layer sees most.</summary>
    public byte[] Shades()
    {
        float largest = Math.Max(_values.Max(), 1e-6f);
        return Array.ConvertAll(_values, value => (byte)Math.Round(255 * Math.Clamp(value / largest, 0, 1)));
    }

    /// <summary>How many filters see something.</summary>
    public int CountActive()
    {
        int pixels = width * width;
        float least = 0.2f * _values.Max();
        return Enumerable.Range(0, count).Count(filter => _values.AsSpan(filter * pixels, pixels).ContainsAnyInRange(Math.Max(least, 1e-6f), float.MaxValue));
    }
}
