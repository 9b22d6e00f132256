using System.ComponentModel;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Matrices.Sparse;

namespace NeuralGen;

/// <summary>The weights of a pruned dense layer that are not zero: for each unit its weights and the inputs that they belong to.
/// Emitted networks make one per layer and keep it. A weight of zero ignores its input, whatever that is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class SparseDense
{
    // Where each unit's weights begin; one more at the end.
    private readonly int[] _starts;
    private readonly float[] _weights;
    private readonly int[] _inputs;
    private readonly float[] _bias;
    private readonly int _inputSize;

    /// <summary>Collects the weights of a layer that are not zero.</summary>
    /// <param name="weights">the weights, row-major [units, inputs].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="units">the number of units.</param>
    public SparseDense(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int units)
    {
        _inputSize = weights.Length / units;
        int count = weights.Length - weights.Count(0f);
        _starts = new int[units + 1];
        _weights = new float[count];
        _inputs = new int[count];
        _bias = new float[units];
        bias.CopyTo(_bias);
        int next = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] != 0)
            {
                _weights[next] = weights[i];
                _inputs[next++] = i % _inputSize;
            }

            if ((i + 1) % _inputSize == 0)
            {
                _starts[(i + 1) / _inputSize] = next;
            }
        }
    }

    /// <summary>Computes the outputs for one sample: output[u] = bias[u] + Σ weights[u, i]·input[i].</summary>
    /// <param name="input">a value per input.</param>
    /// <param name="output">receives a value per unit.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length, 1);
        fixed (float* x = input, weights = _weights)
        fixed (int* inputs = _inputs)
        {
            for (int unit = 0; unit < output.Length; unit++)
            {
                int i = _starts[unit], end = _starts[unit + 1];
                float sum0 = _bias[unit], sum1 = 0, sum2 = 0, sum3 = 0;
                for (; i <= end - 4; i += 4)
                {
                    sum0 += weights[i] * x[inputs[i]];
                    sum1 += weights[i + 1] * x[inputs[i + 1]];
                    sum2 += weights[i + 2] * x[inputs[i + 2]];
                    sum3 += weights[i + 3] * x[inputs[i + 3]];
                }

                for (; i < end; i++)
                {
                    sum0 += weights[i] * x[inputs[i]];
                }

                output[unit] = (sum0 + sum1) + (sum2 + sum3);
            }
        }
    }

    /// <summary>Computes the outputs for some rows.</summary>
    /// <param name="inputs">[rows, inputs].</param>
    /// <param name="outputs">[rows, units]; overwritten.</param>
    /// <param name="rows">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs, int rows)
    {
        CheckLengths(inputs.Length, outputs.Length, rows);
        int units = _bias.Length;
        float[] rented = System.Buffers.ArrayPool<float>.Shared.Rent((_inputSize + units) * SparseRows.RowsAtOnce);
        fixed (float* input = inputs, output = outputs, columns = rented, weights = _weights, bias = _bias)
        fixed (int* starts = _starts, indices = _inputs)
        {
            SparseRows sparse = new(starts, weights, indices, bias, _inputSize, units);
            for (int row = 0; row < rows; row += SparseRows.RowsAtOnce)
            {
                int count = Math.Min(SparseRows.RowsAtOnce, rows - row);
                sparse.Forward(input + ((nint)row * _inputSize), columns, output + ((nint)row * units), count);
            }
        }

        System.Buffers.ArrayPool<float>.Shared.Return(rented);
    }

    private void CheckLengths(int inputs, int outputs, int rows)
    {
        if (inputs != (long)rows * _inputSize)
        {
            SpanLength.Throw(nameof(inputs), inputs, rows * _inputSize);
        }

        if (outputs != (long)rows * _bias.Length)
        {
            SpanLength.Throw(nameof(outputs), outputs, rows * _bias.Length);
        }
    }
}
