using NeuralGen.Compiler.Networks.Windows;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>Where the values along an axis come from, as PyTorch's <c>interpolate</c> takes them.</summary>
/// <param name="input">The size of the input.</param>
/// <param name="output">The size of the output.</param>
/// <param name="scale">The factor that the layer names; null where it names the size.</param>
internal sealed class ResizeAxis(int input, int output, double? scale)
{
    /// <summary>What makes the curve of PyTorch's bicubic mode (Keys 1981, with another parameter).</summary>
    private const double Sharpness = -0.75;

    /// <summary>What each position takes.</summary>
    /// <param name="mode">What stands between the values.</param>
    /// <param name="alignsCorners">Whether the first and the last values stay where they are; else the outer edges of these do.</param>
    public ResampleAxis Taps(ResizeMode mode, bool alignsCorners) => ResampleAxis.Of(input, output, i => mode switch
    {
        ResizeMode.Nearest => [((int)Math.Floor(Scaled(i)), 1.0)],
        ResizeMode.NearestExact => [((int)Math.Floor(Scaled(i + 0.5)), 1.0)],
        ResizeMode.Linear => Linear(alignsCorners ? Aligned(i) : Math.Max(0, Scaled(i + 0.5) - 0.5)),
        _ => Cubic(alignsCorners ? Aligned(i) : Scaled(i + 0.5) - 0.5),
    });

    private double Scaled(double position) => scale is { } factor ? position / factor : position * input / output;

    private double Aligned(int position) => output == 1 ? 0 : position * (input - 1.0) / (output - 1);

    private IEnumerable<(int Source, double Weight)> Linear(double position)
    {
        int first = Math.Min(input - 1, (int)Math.Floor(position));
        yield return (first, 1 - (position - first));
        yield return (first + 1, position - first);
    }

    private static IEnumerable<(int Source, double Weight)> Cubic(double position)
    {
        double first = Math.Floor(position);
        for (int i = -1; i <= 2; i++)
        {
            double distance = Math.Abs(position - first - i);
            double weight = distance <= 1
                ? ((((Sharpness + 2) * distance) - (Sharpness + 3)) * distance * distance) + 1
                : ((((((Sharpness * distance) - (5 * Sharpness)) * distance) + (8 * Sharpness)) * distance) - (4 * Sharpness));
            yield return ((int)first + i, weight);
        }
    }
}
