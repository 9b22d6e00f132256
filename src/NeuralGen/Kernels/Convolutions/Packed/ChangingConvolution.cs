using System.Buffers;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>A convolution whose weights change between calls, as in training, by the tiles of those whose weights are packed once: each call packs them into
/// rented memory, which many pixels or samples pay for together.</summary>
/// <remarks>The gradient by the input is the convolution of the deltas with mirrored kernels, from units to channels.</remarks>
internal sealed unsafe class ChangingConvolution
{
    private readonly ConvolutionShape _shape;
    private readonly BandedConvolution _forward;
    private readonly BandedConvolution? _backward;

    private ChangingConvolution(in ConvolutionShape shape)
    {
        _shape = shape;
        _forward = new BandedConvolution(shape, MostLanes);
        _backward = shape.Window.Mirrored() is { } mirrored
            ? new BandedConvolution(ConvolutionShape.Of(mirrored, shape.Groups, shape.Units, shape.Channels, (nameof(shape), WeightCount)), MostLanes) : null;
    }

    /// <summary>Gets whether the gradient by the input is a convolution: where the window goes pixel by pixel.</summary>
    public bool HasBackward => _backward is not null;

    private static int MostLanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private int WeightCount => _shape.Units * _shape.GroupChannels * _shape.Window.KernelSize;

    /// <summary>Whether a convolution goes this way: one that has pixels, and whose weights are finite, since zeros beside rows are multiplied, too.</summary>
    /// <param name="shape">the convolution.</param>
    /// <param name="weights">its weights.</param>
    public static bool Fits(in ConvolutionShape shape, ReadOnlySpan<float> weights) =>
        shape.Samples > 0 && shape.Channels > 0 && shape.Units > 0 && SpecialValues.AreFinite(weights);

    /// <summary>What is known of a convolution; its window keeps it for the next call.</summary>
    public static ChangingConvolution Of(in ConvolutionShape shape)
    {
        ChangingConvolution[] known = shape.Window.Changing;
        foreach (ChangingConvolution convolution in known)
        {
            if ((convolution._shape.Channels, convolution._shape.Units, convolution._shape.Groups) == (shape.Channels, shape.Units, shape.Groups))
            {
                return convolution;
            }
        }

        // Two threads may find it out at once; one of both is kept, or neither.
        ChangingConvolution found = new(shape);
        shape.Window.Changing = [.. known, found];
        return found;
    }

    /// <summary>Computes the outputs of all samples.</summary>
    public void Forward(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> input, Span<float> output, int samples)
    {
        float[] room = ArrayPool<float>.Shared.Rent(_forward.PackedSize), copy = ArrayPool<float>.Shared.Rent(_forward.CopySize);
        fixed (float* memory = room)
        {
            float* packed = _forward.Pack(weights, bias, memory);
            for (int sample = 0; sample < samples; sample++)
            {
                Run(_forward, packed, input.Slice(sample * _shape.InputSize, _shape.InputSize), copy, output.Slice(sample * _shape.OutputSize, _shape.OutputSize));
            }
        }

        ArrayPool<float>.Shared.Return(room);
        ArrayPool<float>.Shared.Return(copy);
    }

    /// <summary>Adds to the gradient by the input, of all samples.</summary>
    public void AddInputGradient(ReadOnlySpan<float> weights, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int samples)
    {
        BandedConvolution backward = _backward!;
        float[] mirrored = ArrayPool<float>.Shared.Rent(WeightCount), sums = ArrayPool<float>.Shared.Rent(_shape.InputSize);
        float[] room = ArrayPool<float>.Shared.Rent(backward.PackedSize), copy = ArrayPool<float>.Shared.Rent(backward.CopySize);
        Mirror(weights, mirrored);
        float one = 1;
        fixed (float* memory = room, added = sums, target = inputDeltas)
        {
            float* packed = backward.Pack(mirrored.AsSpan(0, WeightCount), default, memory);
            for (int sample = 0; sample < samples; sample++)
            {
                Run(backward, packed, deltas.Slice(sample * _shape.OutputSize, _shape.OutputSize), copy, sums.AsSpan(0, _shape.InputSize));
                OuterProduct.Add(&one, 1, added, _shape.InputSize, target + ((nint)sample * _shape.InputSize));
            }
        }

        ArrayPool<float>.Shared.Return(mirrored);
        ArrayPool<float>.Shared.Return(sums);
        ArrayPool<float>.Shared.Return(room);
        ArrayPool<float>.Shared.Return(copy);
    }

    private static void Run(BandedConvolution convolution, float* packed, ReadOnlySpan<float> input, Span<float> copy, Span<float> output)
    {
        for (int band = 0; band < convolution.Bands; band++)
        {
            convolution.Forward(convolution.Band(band), input, copy, default, output, isRelu: false, packed);
        }
    }

    // [units, channels of the group, taps] to [channels, units of the group, taps from the last to the first].
    private void Mirror(ReadOnlySpan<float> weights, Span<float> mirrored)
    {
        int taps = _shape.Window.KernelSize, groupChannels = _shape.GroupChannels, groupUnits = _shape.GroupUnits;
        for (int unit = 0; unit < _shape.Units; unit++)
        {
            int group = unit / groupUnits;
            for (int channel = 0; channel < groupChannels; channel++)
            {
                ReadOnlySpan<float> kernel = weights.Slice(((unit * groupChannels) + channel) * taps, taps);
                Span<float> target = mirrored.Slice(((((group * groupChannels) + channel) * groupUnits) + (unit % groupUnits)) * taps, taps);
                for (int tap = 0; tap < taps; tap++)
                {
                    target[taps - 1 - tap] = kernel[tap];
                }
            }
        }
    }
}
