using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Multiplies rows with the weights of few units, with vectors along the inputs. A row's sums are added up in the same
/// order wherever it stands.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe partial class RowDots<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    private const int RowsAtOnce = 4;

    /// <summary>Adds the products of all rows with all units to sums.</summary>
    /// <param name="input">[rows, inputs].</param>
    /// <param name="inputs">the number of inputs: at least one vector.</param>
    /// <param name="weights">[units, inputs].</param>
    /// <param name="output">[rows, units]; added to.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="rows">the number of rows.</param>
    public static void Add(float* input, int inputs, float* weights, float* output, int units, int rows)
    {
        for (; rows >= RowsAtOnce; rows -= RowsAtOnce, input += RowsAtOnce * (nint)inputs, output += RowsAtOnce * (nint)units)
        {
            for (int unit = 0; unit < units; unit++)
            {
                Add1By4(weights + ((nint)unit * inputs), input, inputs, 2 * (nint)inputs, 3 * (nint)inputs, inputs, output + unit, units);
            }
        }

        if (rows > 0)
        {
            AddLast(input, inputs, weights, output, units, rows);
        }
    }

    // The last row takes the place of those that are missing.
    private static void AddLast(float* input, int inputs, float* weights, float* output, int units, int rows)
    {
        float* sums = stackalloc float[RowsAtOnce];
        for (int unit = 0; unit < units; unit++)
        {
            for (int row = 0; row < RowsAtOnce; row++)
            {
                sums[row] = output[(Math.Min(row, rows - 1) * units) + unit];
            }

            Add1By4(
                weights + ((nint)unit * inputs), input, Math.Min(1, rows - 1) * (nint)inputs, Math.Min(2, rows - 1) * (nint)inputs,
                Math.Min(3, rows - 1) * (nint)inputs, inputs, sums, 1);
            for (int row = 0; row < rows; row++)
            {
                output[(row * units) + unit] = sums[row];
            }
        }
    }
}
