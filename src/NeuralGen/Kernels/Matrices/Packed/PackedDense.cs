using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels;
using NeuralGen.Kernels.Lanes;
using NeuralGen.Kernels.Matrices.Packed;

namespace NeuralGen;

/// <summary>The weights of a dense layer in the order in which vectors read them: for each input in turn, those of neighbouring
/// units, in memory aligned to cache lines. Emitted networks make one per layer and keep it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class PackedDense
{
    private const int Alignment = 64;

    // Lists of more inputs do not go on the stack.
    private const int MostOnStack = 1 << 11;

    // Pinned, so that the pointer into it stays right.
    private readonly float[] _memory;
    private readonly float* _numbers;
    private readonly int _units;
    private readonly int _inputs;
    private readonly bool _areDots;

    // How many inputs of 0 are worth a list of the others; 0 where none are.
    private readonly int _leastZeros;

    /// <summary>Packs the weights of a layer.</summary>
    /// <param name="weights">the weights, row-major [units, inputs].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="units">the number of units.</param>
    public PackedDense(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int units)
        : this(weights, bias, units, null, null)
    {
    }

    /// <summary>Packs them for one of two ways to compute the layer, whichever is faster.</summary>
    internal PackedDense(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int units, bool? areDots, int? leastZeros)
    {
        _units = units;
        _inputs = weights.Length / units;
        int lanes = Lanes;
        int vectors = (units + lanes - 1) / lanes;
        int padded = vectors * lanes;
        _areDots = areDots ?? KernelThresholds.AreDots(_inputs, units, lanes);

        // What is not finite counts even where the input is 0.
        int least = leastZeros ?? KernelThresholds.LeastZeros(_inputs, (long)padded * _inputs);
        _leastZeros = least > 0 && PanelWidth.AreWide(vectors) && SpecialValues.AreFinite(weights) ? least : 0;
        _memory = GC.AllocateArray<float>((vectors * lanes * (_inputs + 1)) + (Alignment / sizeof(float)), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref _memory[0]);
        _numbers = (float*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        if (_areDots)
        {
            weights.CopyTo(new Span<float>(_numbers, weights.Length));
            bias.CopyTo(new Span<float>(_numbers + weights.Length, units));
            return;
        }

        Pack(weights, bias, lanes, vectors);
    }

    private static int Lanes =>
        Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256.IsHardwareAccelerated ? Vector256<float>.Count : Vector128<float>.Count;

    /// <summary>Computes the outputs for one sample: output[u] = bias[u] + Σ weights[u, i]·input[i].</summary>
    /// <param name="input">a value per input.</param>
    /// <param name="output">receives a value per unit.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward(ReadOnlySpan<float> input, Span<float> output) => Run(input, output, isRelu: false);

    /// <summary>Computes the outputs for one sample, with the activation max(0, x), which keeps NaN.</summary>
    /// <param name="input">a value per input.</param>
    /// <param name="output">receives a value per unit.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void ForwardRelu(ReadOnlySpan<float> input, Span<float> output) => Run(input, output, isRelu: true);

    private void Run(ReadOnlySpan<float> input, Span<float> output, bool isRelu)
    {
        if (input.Length != _inputs)
        {
            SpanLength.Throw(nameof(input), input.Length, _inputs);
        }

        if (output.Length != _units)
        {
            SpanLength.Throw(nameof(output), output.Length, _units);
        }

        fixed (float* source = input, target = output)
        {
            if (_areDots)
            {
                Dots(source, target, isRelu);
            }
            else if (_leastZeros > 0 && SkipZeros(input, source, target, isRelu))
            {
                // Done.
            }
            else if (Vector512.IsHardwareAccelerated)
            {
                Panels<SingleLanes512, Vector512<float>>.Forward(source, _inputs, (Vector512<float>*)_numbers, target, _units, isRelu);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                Panels<SingleLanes256, Vector256<float>>.Forward(source, _inputs, (Vector256<float>*)_numbers, target, _units, isRelu);
            }
            else
            {
                Panels<Lanes128<float>, Vector128<float>>.Forward(source, _inputs, (Vector128<float>*)_numbers, target, _units, isRelu);
            }
        }

        // The kernels know but the address of the weights, which the collector may take with this object.
        GC.KeepAlive(this);
    }

    // Whether it was worth it, and is done.
    [SkipLocalsInit]
    private bool SkipZeros(ReadOnlySpan<float> input, float* source, float* target, bool isRelu)
    {
        int[]? rented = _inputs > MostOnStack ? ArrayPool<int>.Shared.Rent(_inputs) : null;
        Span<int> places = rented is null ? stackalloc int[MostOnStack] : rented;
        int used = UsedInputs.Find(input, _leastZeros, places);
        if (used >= 0)
        {
            places = places[..used];
            if (Vector512.IsHardwareAccelerated)
            {
                SparsePanels<SingleLanes512, Vector512<float>>.Forward(source, _inputs, places, (Vector512<float>*)_numbers, target, _units, isRelu);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                SparsePanels<SingleLanes256, Vector256<float>>.Forward(source, _inputs, places, (Vector256<float>*)_numbers, target, _units, isRelu);
            }
            else
            {
                SparsePanels<Lanes128<float>, Vector128<float>>.Forward(source, _inputs, places, (Vector128<float>*)_numbers, target, _units, isRelu);
            }
        }

        if (rented is not null)
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return used >= 0;
    }

    private void Dots(float* source, float* target, bool isRelu)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            UnitDots<SingleLanes512, Vector512<float>>.Forward(source, _inputs, _numbers, target, _units, isRelu);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            UnitDots<SingleLanes256, Vector256<float>>.Forward(source, _inputs, _numbers, target, _units, isRelu);
        }
        else
        {
            UnitDots<Lanes128<float>, Vector128<float>>.Forward(source, _inputs, _numbers, target, _units, isRelu);
        }
    }

    private void Pack(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int lanes, int vectors)
    {
        float* next = _numbers;
        for (int first = 0; first < vectors;)
        {
            // The panel's bias, then for each input the weights of all its units; units that there are not stay zero.
            int width = PanelWidth.Next(vectors - first) * lanes;
            for (int lane = 0; lane < width; lane++)
            {
                int unit = (first * lanes) + lane;
                next[lane] = unit < _units && bias.Length > 0 ? bias[unit] : 0;
                for (int i = 0; unit < _units && i < _inputs; i++)
                {
                    next[((i + 1) * width) + lane] = weights[(unit * _inputs) + i];
                }
            }

            next += width * (_inputs + 1);
            first += width / lanes;
        }
    }
}
