using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen.Kernels.Matrices.Sparse;

/// <summary>Multiplies rows with weights that are mostly zero: the rows' values are turned so that vectors lie across the rows, and
/// each weight is multiplied with the vectors of its input.</summary>
internal readonly unsafe struct SparseRows(int* starts, float* weights, int* inputs, float* bias, int inputSize, int units)
{
    /// <summary>Rows that are turned together: four vectors.</summary>
    public static int RowsAtOnce => 4 * Vector<float>.Count;

    /// <summary>Computes all units for some rows.</summary>
    /// <param name="rows">[count, inputSize].</param>
    /// <param name="columns">room for [inputSize + units, RowsAtOnce] values.</param>
    /// <param name="outputs">[count, units].</param>
    /// <param name="count">the number of rows, at most <see cref="RowsAtOnce"/>.</param>
    public void Forward(float* rows, float* columns, float* outputs, int count)
    {
        float* results = columns + (inputSize * RowsAtOnce);
        if (count == RowsAtOnce)
        {
            Transposition<float>.Copy(rows, inputSize, RowsAtOnce, inputSize, columns);
        }
        else
        {
            CopyFew(rows, columns, count);
        }

        Multiply(columns, results);
        if (count == RowsAtOnce)
        {
            Transposition<float>.Copy(results, RowsAtOnce, units, RowsAtOnce, outputs);
            return;
        }

        for (int row = 0; row < count; row++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                outputs[(row * units) + unit] = results[(unit * RowsAtOnce) + row];
            }
        }
    }

    // The lanes of rows that are missing compute with zeros.
    private void CopyFew(float* rows, float* columns, int count)
    {
        new Span<float>(columns, inputSize * RowsAtOnce).Clear();
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < inputSize; i++)
            {
                columns[(i * RowsAtOnce) + row] = rows[(row * inputSize) + i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(float* columns, float* results)
    {
        int lanes = Vector<float>.Count;
        for (int unit = 0; unit < units; unit++, results += RowsAtOnce)
        {
            Vector<float> sum0 = new(bias[unit]);
            Vector<float> sum1 = sum0, sum2 = sum0, sum3 = sum0;
            int end = starts[unit + 1];
            for (int i = starts[unit]; i < end; i++)
            {
                float* column = columns + (inputs[i] * RowsAtOnce);
                Vector<float> weight = new(weights[i]);
                sum0 = RowLanes.MultiplyAdd(weight, Vector.Load(column), sum0);
                sum1 = RowLanes.MultiplyAdd(weight, Vector.Load(column + lanes), sum1);
                sum2 = RowLanes.MultiplyAdd(weight, Vector.Load(column + (2 * lanes)), sum2);
                sum3 = RowLanes.MultiplyAdd(weight, Vector.Load(column + (3 * lanes)), sum3);
            }

            Vector.Store(sum0, results);
            Vector.Store(sum1, results + lanes);
            Vector.Store(sum2, results + (2 * lanes));
            Vector.Store(sum3, results + (3 * lanes));
        }
    }
}
