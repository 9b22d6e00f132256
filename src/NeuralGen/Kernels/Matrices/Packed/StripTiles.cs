using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Multiplies rows with a strip of a layer's weights, whose sums stay in registers: as many rows at a time as these
/// allow.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe partial class StripTiles<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    // As many sums as registers hold beside two vectors of weights and an input.
    private static int MostPairRows => TLanes.HasManyRegisters ? 14 : 6;

    /// <summary>Computes two vectors of units for some rows.</summary>
    /// <param name="block">the strip and the inputs.</param>
    /// <param name="input">the first input of the first row.</param>
    /// <param name="output">the first output of the first row.</param>
    /// <param name="rows">the number of rows.</param>
    public static void ForwardPair(in StripBlock block, float* input, float* output, int rows)
    {
        nint inputRow = block.InputSize, outputRow = block.Units;
        while (rows > 0)
        {
            int size = TileSize(rows);
            switch (size)
            {
                case 14:
                    Forward14By2(block, input, output);
                    break;
                case 12:
                    Forward12By2(block, input, output);
                    break;
                case 10:
                    Forward10By2(block, input, output);
                    break;
                case 8:
                    Forward8By2(block, input, output);
                    break;
                case 7:
                    Forward7By2(block, input, output);
                    break;
                case 6:
                    Forward6By2(block, input, output);
                    break;
                case 5:
                    Forward5By2(block, input, output);
                    break;
                case 4:
                    Forward4By2(block, input, output);
                    break;
                case 3:
                    Forward3By2(block, input, output);
                    break;
                case 2:
                    Forward2By2(block, input, output);
                    break;
                default:
                    Forward1By2(block, input, output);
                    break;
            }

            rows -= size;
            input += size * inputRow;
            output += size * outputRow;
        }
    }

    // Tiles of nearly equal size; two where there is none of just the right one.
    private static int TileSize(int rows)
    {
        int tiles = (rows + MostPairRows - 1) / MostPairRows;
        int size = (rows + tiles - 1) / tiles;
        return size > 8 && size % 2 != 0 ? (size + 1) / 2 : size;
    }

    /// <summary>Computes one vector of units for some rows.</summary>
    /// <param name="block">the strip and the inputs.</param>
    /// <param name="input">the first input of the first row.</param>
    /// <param name="output">the first output of the first row.</param>
    /// <param name="rows">the number of rows.</param>
    public static void ForwardSingle(in StripBlock block, float* input, float* output, int rows)
    {
        nint inputRow = block.InputSize, outputRow = block.Units;
        for (; rows >= 12; rows -= 12, input += 12 * inputRow, output += 12 * outputRow)
        {
            Forward12By1(block, input, output);
        }

        for (; rows >= 4; rows -= 4, input += 4 * inputRow, output += 4 * outputRow)
        {
            Forward4By1(block, input, output);
        }

        for (; rows != 0; rows--, input += inputRow, output += outputRow)
        {
            Forward1By1(block, input, output);
        }
    }
}
