using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;
using NeuralGen.Kernels.Matrices.Packed;

namespace NeuralGen;

/// <summary>The weights of a dense layer in the order in which many rows at a time are multiplied with them, in memory aligned to
/// cache lines. Emitted networks make one per layer and keep it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class PackedDenseRows
{
    private const int Alignment = 64;

    // Pinned, so that the pointer into it stays right.
    private readonly float[] _memory;
    private readonly float* _numbers;
    private readonly int _units;
    private readonly int _inputs;
    private readonly int _lanes;
    private readonly bool _isPadded;

    /// <summary>Packs the weights of a layer.</summary>
    /// <param name="weights">the weights, row-major [units, inputs].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="units">the number of units.</param>
    public PackedDenseRows(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int units)
    {
        _units = units;
        _inputs = weights.Length / units;
        int padded = PaddedLanes(units, _inputs);
        _isPadded = padded > 0;
        _lanes = _isPadded ? padded : Lanes(units);
        int vectors = (units + _lanes - 1) / _lanes;
        _memory = GC.AllocateArray<float>((vectors * _lanes * (_inputs + 1)) + (Alignment / sizeof(float)), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref _memory[0]);
        _numbers = (float*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        switch (_lanes)
        {
            case 16 when _isPadded:
                StripLoops<SingleLanes512, Vector512<float>>.PackPadded(weights, bias, units, _numbers);
                break;
            case 8 when _isPadded:
                StripLoops<SingleLanes256, Vector256<float>>.PackPadded(weights, bias, units, _numbers);
                break;
            case 16:
                StripLoops<SingleLanes512, Vector512<float>>.Pack(weights, bias, units, _numbers);
                break;
            case 8:
                StripLoops<SingleLanes256, Vector256<float>>.Pack(weights, bias, units, _numbers);
                break;
            case 4:
                StripLoops<Lanes128<float>, Vector128<float>>.Pack(weights, bias, units, _numbers);
                break;
            default:
                PackRows(weights, bias);
                break;
        }
    }

    /// <summary>Computes the outputs for some rows: outputs[r, u] = bias[u] + Σ weights[u, i]·inputs[r, i].</summary>
    /// <param name="inputs">[rows, inputs].</param>
    /// <param name="outputs">[rows, units]; overwritten.</param>
    /// <param name="rows">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs, int rows) => Run(inputs, outputs, rows, isRelu: false);

    /// <summary>Computes the outputs for some rows, with the activation max(0, x), which keeps NaN.</summary>
    /// <param name="inputs">[rows, inputs].</param>
    /// <param name="outputs">[rows, units]; overwritten.</param>
    /// <param name="rows">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void ForwardRelu(ReadOnlySpan<float> inputs, Span<float> outputs, int rows) => Run(inputs, outputs, rows, isRelu: true);

    // The widest vectors that the units fill, since a vector may overlap its neighbour but no other row.
    private static int Lanes(int units) =>
        Vector512.IsHardwareAccelerated && units >= 16 ? 16
        : Vector256.IsHardwareAccelerated && units >= 8 ? 8
        : units >= 4 ? 4
        : 1;

    // The vectors of which the units fill more than half of one.
    private static int PaddedLanes(int units, int inputs) =>
        Vector512.IsHardwareAccelerated && StripLoops<SingleLanes512, Vector512<float>>.IsPadded(units, inputs) ? 16
        : Vector256.IsHardwareAccelerated && StripLoops<SingleLanes256, Vector256<float>>.IsPadded(units, inputs) ? 8
        : 0;

    private void Run(ReadOnlySpan<float> inputs, Span<float> outputs, int rows, bool isRelu)
    {
        if (inputs.Length != (long)rows * _inputs)
        {
            SpanLength.Throw(nameof(inputs), inputs.Length, rows * _inputs);
        }

        if (outputs.Length != (long)rows * _units)
        {
            SpanLength.Throw(nameof(outputs), outputs.Length, rows * _units);
        }

        fixed (float* input = inputs, output = outputs)
        {
            switch (_lanes)
            {
                case 16 when _isPadded:
                    StripLoops<SingleLanes512, Vector512<float>>.ForwardPadded(input, _inputs, _numbers, output, _units, rows, isRelu);
                    break;
                case 8 when _isPadded:
                    StripLoops<SingleLanes256, Vector256<float>>.ForwardPadded(input, _inputs, _numbers, output, _units, rows, isRelu);
                    break;
                case 16:
                    StripLoops<SingleLanes512, Vector512<float>>.Forward(input, _inputs, _numbers, output, _units, rows, isRelu);
                    break;
                case 8:
                    StripLoops<SingleLanes256, Vector256<float>>.Forward(input, _inputs, _numbers, output, _units, rows, isRelu);
                    break;
                case 4:
                    StripLoops<Lanes128<float>, Vector128<float>>.Forward(input, _inputs, _numbers, output, _units, rows, isRelu);
                    break;
                default:
                    ForwardFewUnits(input, output, rows, isRelu);
                    break;
            }
        }

        // The kernels know but the address of the weights, which the collector may take with this object.
        GC.KeepAlive(this);
    }

    // Fewer units than the narrowest vector has lanes: vectors along the inputs instead.
    private void ForwardFewUnits(float* input, float* output, int rows, bool isRelu)
    {
        ReadOnlySpan<float> bias = new(_numbers, _units);
        for (int row = 0; row < rows; row++)
        {
            bias.CopyTo(new Span<float>(output + ((nint)row * _units), _units));
        }

        float* weights = _numbers + _units;
        if (Vector512.IsHardwareAccelerated && _inputs >= Vector512<float>.Count)
        {
            RowDots<SingleLanes512, Vector512<float>>.Add(input, _inputs, weights, output, _units, rows);
        }
        else if (Vector256.IsHardwareAccelerated && _inputs >= Vector256<float>.Count)
        {
            RowDots<SingleLanes256, Vector256<float>>.Add(input, _inputs, weights, output, _units, rows);
        }
        else if (_inputs >= Vector128<float>.Count)
        {
            RowDots<Lanes128<float>, Vector128<float>>.Add(input, _inputs, weights, output, _units, rows);
        }
        else
        {
            AddSingly(input, weights, output, rows);
        }

        if (isRelu)
        {
            Span<float> outputs = new(output, rows * _units);
            Elementwise.Apply(outputs, outputs, default(Relu));
        }
    }

    private void AddSingly(float* input, float* weights, float* output, int rows)
    {
        for (int row = 0; row < rows; row++, input += _inputs, output += _units)
        {
            for (int unit = 0; unit < _units; unit++)
            {
                for (int i = 0; i < _inputs; i++)
                {
                    output[unit] += weights[(unit * _inputs) + i] * input[i];
                }
            }
        }
    }

    private void PackRows(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias)
    {
        bias.CopyTo(new Span<float>(_numbers, _units));
        weights.CopyTo(new Span<float>(_numbers + _units, weights.Length));
    }
}
