using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Convolutions.Packed;

namespace NeuralGen.Kernels.Convolutions.Filters;

/// <summary>A bank of symmetric filters along one axis, in half of the multiplications: the values that two taps of the same weight read are added up
/// first, those of opposite weights subtracted.</summary>
internal sealed unsafe class FoldedFilters
{
    // So many fill the rows of the products.
    private const int FramesAtOnce = 28;

    private readonly FilterSymmetry _symmetry;
    private readonly SpatialAxis _axis;
    private readonly int _units;
    private readonly int _mostLanes;
    private readonly float[] _evenWeights;
    private readonly float[] _oddWeights;
    private readonly float[] _evenBias;
    private readonly float[] _oddBias;
    private readonly BandedConvolution?[] _even = new BandedConvolution?[FramesAtOnce + 1];
    private readonly BandedConvolution?[] _odd = new BandedConvolution?[FramesAtOnce + 1];

    private FoldedFilters(FilterSymmetry symmetry, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int mostLanes)
    {
        _symmetry = symmetry;
        _axis = shape.Window.Width;
        _units = shape.Units;
        _mostLanes = mostLanes;
        _evenWeights = Folded(symmetry, weights, symmetry.Even, 1);
        _oddWeights = Folded(symmetry, weights, symmetry.Odd, -1);
        _evenBias = Of(bias, symmetry.Even);
        _oddBias = Of(bias, symmetry.Odd);
        int first = Math.Min(FramesAtOnce, _axis.Output), rest = _axis.Output % FramesAtOnce;
        Prepare(first);
        Prepare(rest);
    }

    /// <summary>Folds the filters of a convolution that is faster this way; null for any other.</summary>
    /// <param name="weights">[units, 1, taps].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="mostLanes">the most lanes of a vector: 16, 8 or 4.</param>
    public static FoldedFilters? Of(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int mostLanes) =>
        KernelThresholds.AreFolded(weights.Length, mostLanes)
            ? WhereSymmetric(weights, bias, shape, mostLanes) : null;

    /// <summary>Folds them whether or not that is faster; null where they are not symmetric, or of another kind.</summary>
    public static FoldedFilters? WhereSymmetric(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int mostLanes)
    {
        SpatialAxis axis = shape.Window.Width;
        bool isFit = shape.Window.Axes == 1 && shape.Channels == 1 && axis.Dilation == 1
            && axis.PaddingBefore == 0 && axis.Start(axis.Output - 1) + axis.Span <= axis.Input;
        return isFit && FilterSymmetry.Of(weights, axis.Kernel) is { } symmetry ? new FoldedFilters(symmetry, weights, bias, shape, mostLanes) : null;
    }

    /// <summary>Computes a sample.</summary>
    /// <param name="input">[input positions].</param>
    /// <param name="output">[output positions, units]; overwritten.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public void Forward(ReadOnlySpan<float> input, Span<float> output, bool isRelu)
    {
        int folded = _symmetry.Folded;
        float[] rented = ArrayPool<float>.Shared.Rent(FramesAtOnce * ((2 * folded) + _units));
        for (int first = 0; first < _axis.Output; first += FramesAtOnce)
        {
            int frames = Math.Min(FramesAtOnce, _axis.Output - first);
            Span<float> sums = rented.AsSpan(0, frames * folded), differences = rented.AsSpan(FramesAtOnce * folded, frames * folded);
            for (int frame = 0; frame < frames; frame++)
            {
                ReadOnlySpan<float> values = input.Slice(_axis.Start(first + frame), _symmetry.Taps);
                Fold(values, sums.Slice(frame * folded, folded), differences.Slice(frame * folded, folded));
            }

            Span<float> results = rented.AsSpan(FramesAtOnce * 2 * folded, frames * _units), target = output.Slice(first * _units, frames * _units);
            Span<float> even = results.Slice(0, frames * _symmetry.Even.Length), odd = results.Slice(even.Length);
            Multiply(_even[frames], sums, even, isRelu);
            Multiply(_odd[frames], differences, odd, isRelu);
            Spread(even, _symmetry.Even, target);
            Spread(odd, _symmetry.Odd, target);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    private static void Multiply(BandedConvolution? product, ReadOnlySpan<float> values, Span<float> results, bool isRelu)
    {
        for (int band = 0; product is not null && band < product.Bands; band++)
        {
            product.Forward(product.Band(band), values, default, default, results, isRelu);
        }
    }

    // The mean of both halves, which differ by their last bits.
    private static float[] Folded(FilterSymmetry symmetry, ReadOnlySpan<float> weights, int[] units, float sign)
    {
        float[] folded = new float[units.Length * symmetry.Folded];
        for (int i = 0; i < units.Length; i++)
        {
            ReadOnlySpan<float> filter = weights.Slice(units[i] * symmetry.Taps, symmetry.Taps);
            for (int tap = 0; tap < symmetry.Folded; tap++)
            {
                bool isPair = tap >= symmetry.FirstPair && tap < symmetry.FirstPair + symmetry.Pairs;
                folded[(i * symmetry.Folded) + tap] = isPair ? (filter[tap] + (sign * filter[symmetry.Last - tap])) / 2 : filter[tap];
            }
        }

        return folded;
    }

    private static float[] Of(ReadOnlySpan<float> bias, int[] units)
    {
        float[] chosen = new float[bias.IsEmpty ? 0 : units.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = bias[units[i]];
        }

        return chosen;
    }

    // Units that are neighbours in both orders are copied together.
    private void Spread(ReadOnlySpan<float> results, int[] units, Span<float> target)
    {
        for (int start = 0, end; start < units.Length; start = end)
        {
            for (end = start + 1; end < units.Length && units[end] == units[end - 1] + 1; end++)
            {
            }

            int frames = results.Length / units.Length;
            for (int frame = 0; frame < frames; frame++)
            {
                results.Slice((frame * units.Length) + start, end - start).CopyTo(target.Slice((frame * _units) + units[start]));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fold(ReadOnlySpan<float> values, Span<float> sums, Span<float> differences)
    {
        int first = _symmetry.FirstPair, end = first + _symmetry.Pairs, last = _symmetry.Last, tap = first;
        for (int i = 0; i < first; i++)
        {
            sums[i] = differences[i] = values[i];
        }

        Vector256<int> backwards = Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0);
        fixed (float* value = values, sum = sums, difference = differences)
        {
            for (; tap <= end - Vector256<float>.Count; tap += Vector256<float>.Count)
            {
                Vector256<float> left = Vector256.Load(value + tap);
                Vector256<float> right = Vector256.Shuffle(Vector256.Load(value + last - tap - (Vector256<float>.Count - 1)), backwards);
                (left + right).Store(sum + tap);
                (left - right).Store(difference + tap);
            }
        }

        for (; tap < end; tap++)
        {
            sums[tap] = values[tap] + values[last - tap];
            differences[tap] = values[tap] - values[last - tap];
        }

        for (; tap < sums.Length; tap++)
        {
            sums[tap] = differences[tap] = values[tap];
        }
    }

    private void Prepare(int frames)
    {
        if (frames > 0 && _even[frames] is null && _odd[frames] is null)
        {
            SpatialWindow rows = new([frames], [1], [1], [1], [0], [frames]);
            _even[frames] = Product(rows, _evenWeights, _evenBias, _symmetry.Even.Length);
            _odd[frames] = Product(rows, _oddWeights, _oddBias, _symmetry.Odd.Length);
        }
    }

    private BandedConvolution? Product(SpatialWindow rows, float[] weights, float[] bias, int units) =>
        units == 0 ? null : new BandedConvolution(weights, bias, ConvolutionShape.Of(rows, 1, _symmetry.Folded, units, (nameof(weights), weights.Length)), _mostLanes);
}
