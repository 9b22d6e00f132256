#if NET
using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Convolutions.Winograd;

namespace NeuralGen.Kernels;

/// <summary>
/// Where one way of computing a layer becomes faster than another. The command <c>thresholds</c> of tests/NeuralGen.Benchmarks measures both sides of each at
/// the widths of vectors that a machine has; where widths do not agree, what is said here depends on the lanes.
/// </summary>
internal static class KernelThresholds
{
    // Numbers that stay in the first cache beside their input, and those that fill the second.
    private const int FirstCache = 1 << 13;
    private const int SecondCache = 1 << 18;

    // Of so few units, vectors lie along the inputs in any case.
    private const int FewestPanelUnits = 5;
    private const int MostDotUnits = 12;

    // With fewer channels the transforms take as long as is won; the larger an image, and the narrower the vectors, the fewer there need be.
    private const int WidestLanes = 16;
    private const int LargeImage = 28 * 28;
    private const int MediumImage = 14 * 14;
    private const int FewChannels = 24;
    private const int SomeChannels = 32;
    private const int ManyChannels = 48;

    // Products of fewer pixels read and write their sums too often, unless these stay in the first cache.
    private const int LongRow = 16;
    private const int ShortKernelRow = 128;

    // The numbers for tiles of 4 × 4 outputs of a small image come from farther away than the last cache from here on.
    private const long FarthestNumbers = 1 << 22;

    // Above, a third copy of the weights takes more memory than it is worth.
    private const long MostWinogradWeights = 1 << 24;

    /// <summary>The share of the products of vectors that may be left where neighbouring pixels become one, so that products with zeros are worth it.</summary>
    public const double JoinedProducts = 0.75;

    /// <summary>Whether a layer's units are dot products of vectors along the inputs, not lanes of vectors along the units: where there are few, or where lanes
    /// without a unit would make the weights too large for the first cache.</summary>
    /// <param name="inputs">the number of inputs.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="lanes">the lanes of a vector.</param>
    public static bool AreDots(int inputs, int units, int lanes)
    {
        int padded = (units + lanes - 1) / lanes * lanes;
        return (units < FewestPanelUnits && inputs >= 2 * lanes)
            || (units <= MostDotUnits && 4 * units <= 3 * padded && (long)padded * inputs > FirstCache);
    }

    /// <summary>Whether a bank of symmetric filters is faster folded: with fewer weights, adding up what those of the same value read takes as long as is won.</summary>
    /// <param name="weights">the number of weights of all filters.</param>
    /// <param name="lanes">the lanes of a vector.</param>
    public static bool AreFolded(int weights, int lanes) => weights >= (lanes < WidestLanes ? 1 << 12 : 1 << 14);

    /// <summary>How many inputs must be 0, so that a list of the others costs less than the weights that are not read then: fewer where these come from
    /// farther away than the second cache.</summary>
    /// <param name="inputs">the number of inputs.</param>
    /// <param name="weights">the number of weights.</param>
    /// <returns>the number; 0 where the inputs are not worth a look.</returns>
    public static int LeastZeros(int inputs, long weights) => weights >= SecondCache ? inputs / 4 : weights > 2 * FirstCache ? inputs * 5 / 8 : 0;

    /// <summary>Whether the gradient of a convolution by its weights is faster row by row than from patches of pixels.</summary>
    /// <param name="shape">the convolution.</param>
    public static bool IsFasterByRows(in ConvolutionShape shape) =>
        !shape.Window.IsPlain && (shape.Window.Width.Output >= LongRow || shape.Window.Width.Kernel * shape.Channels <= ShortKernelRow);

    /// <summary>Whether a convolution is faster in Winograd's form.</summary>
    /// <param name="shape">the convolution.</param>
    /// <param name="form">a form that fits it.</param>
    /// <param name="lanes">the lanes of a vector.</param>
    public static bool IsFaster(in ConvolutionShape shape, WinogradForm form, int lanes)
    {
        int pixels = shape.Window.OutputPixels;
        bool isSquare = form.Rows == form.Columns;
        int size = isSquare && pixels < LargeImage && (long)shape.Channels * shape.Units * WinogradForm.MostValues > FarthestNumbers ? 2 : 4;
        int channels = lanes < WidestLanes ? (isSquare ? FewChannels : SomeChannels)
            : !isSquare || pixels < MediumImage ? ManyChannels : pixels < LargeImage ? SomeChannels : FewChannels;
        return Math.Max(form.Rows, form.Columns) == size
            && Math.Min(shape.Channels, shape.Units) >= channels
            && (long)shape.Channels * shape.Units * form.KernelSize <= MostWinogradWeights;
    }
}
#endif
