using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Multiplies pixels with a strip of a convolution's weights, whose sums stay in registers: as many pixels at a time as
/// these allow. The last tile of a row may compute pixels of the one before again.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe partial class ConvolutionTiles<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    // As many sums as registers hold beside two vectors of weights and an input.
    private static int MostPairPixels => TLanes.HasManyRegisters ? 14 : 6;

    private static int MostSinglePixels => TLanes.HasManyRegisters ? 14 : 12;

    /// <summary>Computes two vectors of units for some pixels of a row.</summary>
    /// <param name="block">the strip and what is read.</param>
    /// <param name="input">what the first tap of the first pixel reads.</param>
    /// <param name="output">the first unit of the first pixel.</param>
    /// <param name="residual">what is added to it, or null.</param>
    /// <param name="pixels">the number of pixels.</param>
    public static void ForwardPair(in ConvolutionBlock block, float* input, float* output, float* residual, int pixels)
    {
        int tiles = Tiles(pixels, MostPairPixels);
        for (int pixel = 0; pixel < pixels; tiles--)
        {
            int size = TileSize(pixels - pixel, tiles);
            pixel = Math.Min(pixel, pixels - size);
            float* source = input + (pixel * block.InputStep), target = output + (pixel * block.OutputStep);
            float* added = residual is null ? null : residual + (pixel * block.OutputStep);
            switch (size)
            {
                case 1:
                    Forward1By2(block, source, target, added);
                    break;
                case 2:
                    Forward2By2(block, source, target, added);
                    break;
                case 3:
                    Forward3By2(block, source, target, added);
                    break;
                case 4:
                    Forward4By2(block, source, target, added);
                    break;
                case 5:
                    Forward5By2(block, source, target, added);
                    break;
                case 6:
                    Forward6By2(block, source, target, added);
                    break;
                case 7:
                    Forward7By2(block, source, target, added);
                    break;
                case 8:
                    Forward8By2(block, source, target, added);
                    break;
                case 10:
                    Forward10By2(block, source, target, added);
                    break;
                case 12:
                    Forward12By2(block, source, target, added);
                    break;
                default:
                    Forward14By2(block, source, target, added);
                    break;
            }

            pixel += size;
        }
    }

    /// <summary>Computes one vector of units for some pixels of a row.</summary>
    /// <param name="block">the strip and what is read.</param>
    /// <param name="input">what the first tap of the first pixel reads.</param>
    /// <param name="output">the first unit of the first pixel.</param>
    /// <param name="residual">what is added to it, or null.</param>
    /// <param name="pixels">the number of pixels.</param>
    public static void ForwardSingle(in ConvolutionBlock block, float* input, float* output, float* residual, int pixels)
    {
        int tiles = Tiles(pixels, MostSinglePixels);
        for (int pixel = 0; pixel < pixels; tiles--)
        {
            int size = TileSize(pixels - pixel, tiles);
            size = size is 5 or 7 ? size + 1 : size;
            if (size > pixels)
            {
                // All pixels are 5 or 7.
                size = 4;
            }

            pixel = Math.Min(pixel, pixels - size);
            float* source = input + (pixel * block.InputStep), target = output + (pixel * block.OutputStep);
            float* added = residual is null ? null : residual + (pixel * block.OutputStep);
            switch (size)
            {
                case 1:
                    Forward1By1(block, source, target, added);
                    break;
                case 2:
                    Forward2By1(block, source, target, added);
                    break;
                case 3:
                    Forward3By1(block, source, target, added);
                    break;
                case 4:
                    Forward4By1(block, source, target, added);
                    break;
                case 6:
                    Forward6By1(block, source, target, added);
                    break;
                case 8:
                    Forward8By1(block, source, target, added);
                    break;
                case 10:
                    Forward10By1(block, source, target, added);
                    break;
                case 12:
                    Forward12By1(block, source, target, added);
                    break;
                default:
                    Forward14By1(block, source, target, added);
                    break;
            }

            pixel += size;
        }
    }

    // Tiles of nearly equal size; two where there is none of just the right one.
    private static int Tiles(int pixels, int most) => pixels < most && pixels > 8 && pixels % 2 != 0 ? 2 : (pixels + most - 1) / most;

    // The size of the next tile, of which there are all up to 8 and then every second.
    private static int TileSize(int pixels, int tiles)
    {
        int size = tiles > 1 ? (pixels + tiles - 1) / tiles : pixels;
        return size > 8 ? (size + 1) & ~1 : size;
    }
}
