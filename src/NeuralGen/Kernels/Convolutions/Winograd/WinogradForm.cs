using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Convolutions.Winograd;

/// <summary>
/// The matrices of Winograd's convolutions with kernels of 3: A. Lavin, S. Gray, "Fast Algorithms for Convolutional Neural Networks" (2016). Tiles of
/// outputs are computed at once from tiles of inputs that are two larger, with a product of channels and units for each value of these tiles.
/// </summary>
internal static class WinogradForm
{
    /// <summary>The number of taps along an axis.</summary>
    public const int Kernel = 3;

    // From here on the larger tile wins although its numbers take more room.
    private const int LargeImage = 28 * 28;

    private static readonly double[] Kernels4 =
    [
        1 / 4.0, 0, 0, -1 / 6.0, -1 / 6.0, -1 / 6.0, -1 / 6.0, 1 / 6.0, -1 / 6.0,
        1 / 24.0, 1 / 12.0, 1 / 6.0, 1 / 24.0, -1 / 12.0, 1 / 6.0, 0, 0, 1,
    ];

    private static readonly double[] Kernels2 = [1, 0, 0, 0.5, 0.5, 0.5, 0.5, -0.5, 0.5, 0, 0, 1];

    /// <summary>The outputs of a tile along an axis: 2 or 4.</summary>
    public static int Tile(SpatialWindow window) => window.OutputPixels >= LargeImage ? 4 : 2;

    /// <summary>The numbers that the products take instead of a kernel: along both axes, in double precision, since their sums cancel.</summary>
    /// <param name="kernel">[3, 3].</param>
    /// <param name="tile">the outputs of a tile along an axis.</param>
    /// <param name="transformed">receives [tile + 2, tile + 2].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(ReadOnlySpan<float> kernel, int tile, Span<double> transformed)
    {
        double[] matrix = tile == 4 ? Kernels4 : Kernels2;
        int size = tile + Kernel - 1;
        for (int row = 0; row < size; row++)
        {
            // One axis, then the other.
            double first = matrix[row * Kernel], second = matrix[(row * Kernel) + 1], third = matrix[(row * Kernel) + 2];
            double left = (first * kernel[0]) + (second * kernel[3]) + (third * kernel[6]);
            double middle = (first * kernel[1]) + (second * kernel[4]) + (third * kernel[7]);
            double right = (first * kernel[2]) + (second * kernel[5]) + (third * kernel[8]);
            for (int column = 0; column < size; column++)
            {
                transformed[(row * size) + column] = (matrix[column * Kernel] * left) + (matrix[(column * Kernel) + 1] * middle) + (matrix[(column * Kernel) + 2] * right);
            }
        }
    }
}
