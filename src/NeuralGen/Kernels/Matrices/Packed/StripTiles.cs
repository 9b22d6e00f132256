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
    /// <summary>Computes two vectors of units for some rows.</summary>
    /// <param name="block">the strip and the inputs.</param>
    /// <param name="input">the first input of the first row.</param>
    /// <param name="output">the first output of the first row.</param>
    /// <param name="rows">the number of rows.</param>
    public static void ForwardPair(in StripBlock block, float* input, float* output, int rows)
    {
        nint inputRow = block.InputSize, outputRow = block.Units;
        if (TLanes.HasManyRegisters)
        {
            for (; rows >= 8; rows -= 8, input += 8 * inputRow, output += 8 * outputRow)
            {
                Forward8By2(block, input, output);
            }
        }

        for (; rows >= 6; rows -= 6, input += 6 * inputRow, output += 6 * outputRow)
        {
            Forward6By2(block, input, output);
        }

        for (; rows >= 2; rows -= 2, input += 2 * inputRow, output += 2 * outputRow)
        {
            Forward2By2(block, input, output);
        }

        if (rows != 0)
        {
            Forward1By2(block, input, output);
        }
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
