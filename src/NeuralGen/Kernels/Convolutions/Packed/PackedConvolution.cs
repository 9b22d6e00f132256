using System.Buffers;
using System.ComponentModel;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Convolutions.Filters;
using NeuralGen.Kernels.Convolutions.Packed;
using NeuralGen.Kernels.Convolutions.Winograd;
using NeuralGen.Kernels.Functions;

namespace NeuralGen;

/// <summary>The weights of a convolution in the order in which its pixels are multiplied with them, in memory aligned to cache
/// lines. Emitted networks make one per layer and keep it.</summary>
/// <remarks>The methods are safe to call from any thread and allocate nothing; the outputs of a sample have the same bits whatever
/// samples stand beside it. The output must not overlap another span.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class PackedConvolution
{
    private readonly BandedConvolution _convolution;
    private readonly BandedConvolution? _joined;
    private readonly WinogradConvolution? _winograd;
    private readonly FoldedFilters? _filters;
    private readonly ConvolutionShape _shape;
    private readonly int _inputSize;
    private readonly int _outputSize;

    /// <summary>Packs the weights of a layer.</summary>
    /// <param name="weights">the weights in PyTorch's order: [units, channels / groups, kernel].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="channels">the number of values per pixel of the input.</param>
    /// <param name="units">the number of values per pixel of the output.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public PackedConvolution(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, SpatialWindow window, int channels, int units, int groups)
        : this(weights, bias, window, channels, units, groups, MostLanes)
    {
    }

    /// <summary>Packs the weights for vectors of no more than so many lanes.</summary>
    internal PackedConvolution(
        ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, SpatialWindow window, int channels, int units, int groups, int mostLanes)
    {
        ConvolutionShape shape = ConvolutionShape.Of(window, groups, channels, units, (nameof(weights), weights.Length));
        shape.CheckBias(nameof(bias), bias.Length, units);
        _convolution = new BandedConvolution(weights, bias, shape, mostLanes);
        _joined = JoinedPixels.Of(weights, bias, shape, mostLanes);
        _winograd = WinogradConvolution.Of(weights, bias, shape, mostLanes);
        _filters = FoldedFilters.Of(weights, bias, shape, mostLanes);
        _shape = shape;
        _inputSize = shape.InputSize;
        _outputSize = shape.OutputSize;
    }

    private static int MostLanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>Computes output[s,p,u] = bias[u] + Σ input[s,q,c]·weights[u,c,k] over the taps k, where q is the pixel that tap k of
    /// pixel p reads, and the channels c of u's group.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward(ReadOnlySpan<float> input, Span<float> output, int samples) =>
        Run(input, default, default, output, samples, default(Relu), isLinear: true);

    /// <summary>Computes the same and adds a residual.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="residual">[samples, output pixels, units].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, int samples) =>
        Run(input, default, Checked(residual, output.Length), output, samples, default(Relu), isLinear: true);

    /// <summary>Computes the same with the activation max(0, x), which keeps NaN.</summary>
    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, Span{float}, int)"/>
    public void ForwardRelu(ReadOnlySpan<float> input, Span<float> output, int samples) => Forward(input, output, samples, default(Relu));

    /// <summary>Computes the same, adds a residual, and applies the activation max(0, x), which keeps NaN.</summary>
    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public void ForwardRelu(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, int samples) =>
        Forward(input, residual, output, samples, default(Relu));

    /// <summary>Computes the same with an activation.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="function">the activation.</param>
    /// <typeparam name="TFunction">its type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward<TFunction>(ReadOnlySpan<float> input, Span<float> output, int samples, TFunction function)
        where TFunction : struct, IElementFunction =>
        Run(input, default, default, output, samples, function, isLinear: false);

    /// <summary>Computes the same, adds a residual, and applies an activation.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="residual">[samples, output pixels, units].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="function">the activation.</param>
    /// <typeparam name="TFunction">its type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward<TFunction>(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, int samples, TFunction function)
        where TFunction : struct, IElementFunction =>
        Run(input, default, Checked(residual, output.Length), output, samples, function, isLinear: false);

    /// <summary>Computes the same of an input whose channels are multiplied by a factor each, by multiplying the weights, and adds a residual.</summary>
    /// <remarks>Only of convolutions whose pixels read the one pixel at their place, all of its channels.</remarks>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="factors">[samples, channels].</param>
    /// <param name="residual">[samples, output pixels, units], or nothing.</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    /// <exception cref="InvalidOperationException">the convolution is another one.</exception>
    public void ForwardScaled(ReadOnlySpan<float> input, ReadOnlySpan<float> factors, ReadOnlySpan<float> residual, Span<float> output, int samples) =>
        Run(input, Factors(factors, samples), Optional(residual, output.Length), output, samples, default(Relu), isLinear: true);

    /// <summary>Computes the same with the activation max(0, x), which keeps NaN.</summary>
    /// <inheritdoc cref="ForwardScaled(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public void ForwardScaledRelu(ReadOnlySpan<float> input, ReadOnlySpan<float> factors, ReadOnlySpan<float> residual, Span<float> output, int samples) =>
        ForwardScaled(input, factors, residual, output, samples, default(Relu));

    /// <summary>Computes the same with an activation.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="factors">[samples, channels].</param>
    /// <param name="residual">[samples, output pixels, units], or nothing.</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="function">the activation.</param>
    /// <typeparam name="TFunction">its type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    /// <exception cref="InvalidOperationException">the convolution is another one.</exception>
    public void ForwardScaled<TFunction>(
        ReadOnlySpan<float> input, ReadOnlySpan<float> factors, ReadOnlySpan<float> residual, Span<float> output, int samples, TFunction function)
        where TFunction : struct, IElementFunction =>
        Run(input, Factors(factors, samples), Optional(residual, output.Length), output, samples, function, isLinear: false);

    private ReadOnlySpan<float> Factors(ReadOnlySpan<float> factors, int samples)
    {
        if (!_shape.Window.IsPlain || _shape.Groups != 1)
        {
            throw new InvalidOperationException("Only weights of convolutions that read single pixels in one group can be scaled.");
        }

        Check(nameof(factors), factors.Length, samples, _shape.Channels);
        return factors;
    }

    private static ReadOnlySpan<float> Optional(ReadOnlySpan<float> residual, int length) => residual.IsEmpty ? residual : Checked(residual, length);

    private static ReadOnlySpan<float> Checked(ReadOnlySpan<float> residual, int length)
    {
        Check(nameof(residual), residual.Length, 1, length);
        return residual;
    }

    private static void Check(string name, int length, int samples, int size)
    {
        if (length != (long)samples * size)
        {
            SpanLength.Throw(name, length, samples * size);
        }
    }

    // A sample and a band at a time; those that follow find its output in the cache.
    private void Run<TFunction>(
        ReadOnlySpan<float> input, ReadOnlySpan<float> factors, ReadOnlySpan<float> residual, Span<float> output, int samples, TFunction function, bool isLinear)
        where TFunction : struct, IElementFunction
    {
        Check(nameof(input), input.Length, samples, _inputSize);
        Check(nameof(output), output.Length, samples, _outputSize);
        bool isRelu = !isLinear && typeof(TFunction) == typeof(Relu);
        int copySize = Math.Max(_convolution.CopySize, _joined?.CopySize ?? 0);
        float[]? copy = copySize == 0 ? null : ArrayPool<float>.Shared.Rent(copySize);
        float[]? scaled = factors.IsEmpty ? null : ArrayPool<float>.Shared.Rent(_convolution.PackedSize);
        float[]? pixels = null;
        fixed (float* room = scaled)
        {
            for (int sample = 0; sample < samples; sample++)
            {
                ReadOnlySpan<float> source = input.Slice(sample * _inputSize, _inputSize);
                ReadOnlySpan<float> added = residual.IsEmpty ? default : residual.Slice(sample * _outputSize, _outputSize);
                Span<float> target = output.Slice(sample * _outputSize, _outputSize);
                if (room is null && IsFast(source, added, target, isRelu))
                {
                    if (!isLinear && !isRelu)
                    {
                        Elementwise.Apply(target, target, function);
                    }

                    continue;
                }

                ReadOnlySpan<float> scales = room is null ? default : factors.Slice(sample * _shape.Channels, _shape.Channels);
                float* weights = room is null ? null : _convolution.ScaleChannels(scales, room);
                if (weights is not null && !SpecialValues.AreFinite(new ReadOnlySpan<float>(weights, _convolution.WeightSize)))
                {
                    // Products of weights and factors overflow that those of pixels and factors need not.
                    pixels ??= ArrayPool<float>.Shared.Rent(_inputSize);
                    Elementwise.Scale(source, scales, pixels.AsSpan(0, _inputSize));
                    source = pixels.AsSpan(0, _inputSize);
                    weights = null;
                }

                // Weights of zero spread what is not finite.
                BandedConvolution convolution = room is null && _joined is not null && SpecialValues.AreFinite(source) ? _joined : _convolution;
                for (int i = 0; i < convolution.Bands; i++)
                {
                    RowBand band = convolution.Band(i);
                    convolution.Forward(band, source, copy, added, target, isRelu, weights);
                    for (int row = 0; !isLinear && !isRelu && row < band.Rows; row++)
                    {
                        Span<float> values = convolution.RowOf(target, band, row);
                        Elementwise.Apply(values, values, function);
                    }
                }
            }
        }

        Return(copy);
        Return(scaled);
        Return(pixels);
    }

    private static void Return(float[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    // What is not finite spoils values that it does not belong to, and sums may overflow that the plain way does not form: it computes these samples.
    private bool IsFast(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, bool isRelu)
    {
        if (_winograd is not null)
        {
            _winograd.Forward(input, residual, output, isRelu);
        }
        else if (_filters is not null && residual.IsEmpty)
        {
            _filters.Forward(input, output, isRelu);
        }
        else
        {
            return false;
        }

        return SpecialValues.AreFinite(output);
    }
}
