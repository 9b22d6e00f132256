using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Convolutions.Winograd;

/// <summary>
/// A way to compute a convolution with kernels of 3 × 3, 1 × 3 or 3 × 1 with fewer multiplications: A. Lavin, S. Gray, "Fast Algorithms for Convolutional
/// Neural Networks" (2016). Tiles of outputs are computed at once from tiles of inputs that are two larger along each axis of the kernel, with a product
/// of channels and units for each value of these tiles.
/// </summary>
internal readonly struct WinogradForm
{
    /// <summary>The number of taps along an axis that has more than one.</summary>
    public const int Kernel = 3;

    /// <summary>The most values of a tile.</summary>
    public const int MostValues = 36;

    /// <summary>The most outputs of a tile.</summary>
    public const int MostOutputs = 16;

    // The narrowest vector.
    private const int FewestChannels = 4;

    private static readonly double[] Kernels4 =
    [
        1 / 4.0, 0, 0, -1 / 6.0, -1 / 6.0, -1 / 6.0, -1 / 6.0, 1 / 6.0, -1 / 6.0,
        1 / 24.0, 1 / 12.0, 1 / 6.0, 1 / 24.0, -1 / 12.0, 1 / 6.0, 0, 0, 1,
    ];

    private static readonly double[] Kernels2 = [1, 0, 0, 0.5, 0.5, 0.5, 0.5, -0.5, 0.5, 0, 0, 1];

    private WinogradForm(int rows, int columns) => (Rows, Columns) = (rows, columns);

    /// <summary>Gets the rows of outputs of a tile: 4 or 2, or 1 where kernels have one row.</summary>
    public int Rows { get; }

    /// <summary>Gets the columns of outputs of a tile: 4 or 2, or 1 where kernels have one column.</summary>
    public int Columns { get; }

    /// <summary>Gets the number of outputs of a tile.</summary>
    public int Outputs => Rows * Columns;

    /// <summary>Gets the rows of inputs of a tile.</summary>
    public int InputRows => Inputs(Rows);

    /// <summary>Gets the columns of inputs of a tile.</summary>
    public int InputColumns => Inputs(Columns);

    /// <summary>Gets the number of values that a tile is transformed into: as many as it has inputs.</summary>
    public int Values => InputRows * InputColumns;

    /// <summary>Gets the number of weights of a channel and unit.</summary>
    public int KernelSize => Taps(Rows) * Taps(Columns);

    /// <summary>The forms in which a convolution can be computed.</summary>
    /// <param name="shape">the convolution.</param>
    public static WinogradForm[] All(in ConvolutionShape shape)
    {
        SpatialWindow window = shape.Window;
        if (window.Axes > 2 || shape.Groups != 1 || Math.Min(shape.Channels, shape.Units) < FewestChannels)
        {
            return [];
        }

        bool isTall = IsTransformed(window.Height), isWide = IsTransformed(window.Width);
        return isTall && isWide ? [new WinogradForm(4, 4), new WinogradForm(2, 2)]
            : isTall && window.Width.IsPlain && IsLong(window.Height) ? [new WinogradForm(4, 1)]
            : isWide && window.Height.IsPlain && IsLong(window.Width) ? [new WinogradForm(1, 4)] : [];
    }

    /// <summary>The numbers that the products take instead of a kernel, in double precision, since their sums cancel.</summary>
    /// <param name="kernel">the taps, row by row.</param>
    /// <param name="transformed">receives a number for each value of a tile.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Transform(ReadOnlySpan<float> kernel, Span<double> transformed)
    {
        // One axis, then the other.
        int columns = Taps(Columns);
        Span<double> middle = stackalloc double[6 * Kernel];
        for (int row = 0; row < InputRows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                middle[(row * columns) + column] = Sum(kernel, column, columns, Rows, row);
            }
        }

        for (int row = 0; row < InputRows; row++)
        {
            for (int column = 0; column < InputColumns; column++)
            {
                transformed[(row * InputColumns) + column] = Sum<double>(middle, row * columns, 1, Columns, column);
            }
        }
    }

    private static int Taps(int outputs) => outputs == 1 ? 1 : Kernel;

    private static int Inputs(int outputs) => outputs + Taps(outputs) - 1;

    private static bool IsTransformed(in SpatialAxis axis) => axis is { Kernel: Kernel, Stride: 1, Dilation: 1, Output: >= 4 };

    // Half of the multiplications are left if the last tile is full, two thirds if it has two outputs of an axis of six.
    private static bool IsLong(in SpatialAxis axis) => axis.Output is 4 or >= 6;

    // What a value takes of the taps along an axis.
    private static double Sum<T>(ReadOnlySpan<T> taps, int first, int step, int outputs, int value)
        where T : struct, System.Numerics.INumberBase<T>
    {
        if (outputs == 1)
        {
            return double.CreateChecked(taps[first]);
        }

        double[] matrix = outputs == 4 ? Kernels4 : Kernels2;
        double sum = 0;
        for (int tap = 0; tap < Kernel; tap++)
        {
            sum += matrix[(value * Kernel) + tap] * double.CreateChecked(taps[first + (tap * step)]);
        }

        return sum;
    }
}
