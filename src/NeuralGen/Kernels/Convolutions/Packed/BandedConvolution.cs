using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>A convolution with packed weights, computed band by band with vectors of the width that its units fill.</summary>
internal sealed unsafe class BandedConvolution
{
    private const int Alignment = 64;
    private const int NarrowestLanes = 4;

    private readonly ConvolutionShape _shape;
    private readonly RowPlan _plan;
    private readonly TapRuns _runs;
    private readonly int _lanes;

    // Pinned, so that the pointer into it stays right.
    private readonly float[] _memory;
    private readonly float* _numbers;

    /// <summary>Packs the weights.</summary>
    /// <param name="weights">[units, channels / groups, kernel].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="mostLanes">the most lanes of a vector: 16, 8 or 4.</param>
    public BandedConvolution(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int mostLanes)
        : this(shape, mostLanes)
    {
        _memory = GC.AllocateArray<float>(PackedSize, pinned: true);
        _numbers = Pack(weights, bias, (float*)Unsafe.AsPointer(ref _memory[0]));
    }

    /// <summary>Finds out how a convolution goes whose weights come with each call.</summary>
    /// <param name="shape">the convolution.</param>
    /// <param name="mostLanes">the most lanes of a vector: 16, 8 or 4.</param>
    public BandedConvolution(in ConvolutionShape shape, int mostLanes)
    {
        _memory = [];
        _shape = shape;
        _lanes = mostLanes;
        while (_lanes > NarrowestLanes && _lanes > VectorizedUnits)
        {
            _lanes /= 2;
        }

        // Vectors along channels have no room of their own for what is not there.
        _lanes = shape.IsDepthwise && VectorizedUnits < NarrowestLanes ? 1 : _lanes;
        _plan = new RowPlan(shape);
        _runs = new TapRuns(_plan, shape);
    }

    /// <summary>Gets the number of bands of a sample.</summary>
    public int Bands => _plan.Bands;

    /// <summary>Gets the number of values that bands copy; 0 if they read the input in place.</summary>
    public int CopySize => _plan.CopySize == 0 ? 0 : _plan.CopySize + (Alignment / sizeof(float));

    private int VectorizedUnits => _shape.IsDepthwise ? _shape.Channels : _shape.GroupUnits;

    /// <summary>Gets the number of values of packed weights.</summary>
    public int WeightSize => Size();

    /// <summary>Gets the number of values of packed weights, and what aligning them takes.</summary>
    public int PackedSize => Size() + (Alignment / sizeof(float));

    /// <summary>A band of a sample.</summary>
    public RowBand Band(int index) => _plan.Band(index);

    /// <summary>The values of a band's row.</summary>
    public Span<float> RowOf(Span<float> output, in RowBand band, int row) => output.Slice(OutputStart(band, row), band.Pixels * _shape.Units);

    /// <summary>Computes a band.</summary>
    /// <param name="band">the band.</param>
    /// <param name="input">the sample's input.</param>
    /// <param name="copy">room for a copy.</param>
    /// <param name="residual">what is added to the sample's output, or nothing.</param>
    /// <param name="output">the sample's output.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    /// <param name="packed">weights from <see cref="Pack"/> or <see cref="ScaleChannels"/> in the place of one's own, or null.</param>
    public void Forward(
        in RowBand band, ReadOnlySpan<float> input, Span<float> copy, ReadOnlySpan<float> residual, Span<float> output, bool isRelu,
        float* packed = null)
    {
        if (band.Rows == 0 || band.Pixels == 0)
        {
            return;
        }

        int start = OutputStart(band, 0);
        fixed (float* source = input, room = copy, added = residual, target = output)
        {
            float* numbers = packed is null ? _numbers : packed;
            float* values = source, aligned = Aligned(room), before = added is null ? null : added + start;
            if (_plan.IsCopied && !_shape.IsDepthwise)
            {
                values = aligned;
                _plan.Copy(band, source, _shape.Channels, _shape.Channels, values);
            }

            if (_shape.IsDepthwise)
            {
                ForwardDepthwise(numbers, band, source, aligned, target + start, before, isRelu);
            }
            else
            {
                ForwardStrips(numbers, band, values + _plan.Origin(band), target + start, before, isRelu);
            }
        }

        // The kernels know but the address of the weights, which the collector may take with this object.
        GC.KeepAlive(this);
    }

    /// <summary>Packs weights.</summary>
    /// <param name="weights">[units, channels / groups, kernel].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="room">room for <see cref="PackedSize"/> values.</param>
    /// <returns>the packed weights, in this room.</returns>
    public float* Pack(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, float* room)
    {
        float* packed = Aligned(room);
        switch (_lanes, _shape.IsDepthwise)
        {
            case (16, false):
                ConvolutionStrips<SingleLanes512, Vector512<float>>.Pack(weights, bias, _shape, packed);
                break;
            case (8, false):
                ConvolutionStrips<SingleLanes256, Vector256<float>>.Pack(weights, bias, _shape, packed);
                break;
            case (_, false):
                ConvolutionStrips<Lanes128<float>, Vector128<float>>.Pack(weights, bias, _shape, packed);
                break;
            case (16, _):
                DepthwiseVectors<SingleLanes512, Vector512<float>>.Pack(weights, bias, _shape, packed);
                break;
            case (8, _):
                DepthwiseVectors<SingleLanes256, Vector256<float>>.Pack(weights, bias, _shape, packed);
                break;
            case (4, _):
                DepthwiseVectors<Lanes128<float>, Vector128<float>>.Pack(weights, bias, _shape, packed);
                break;
            default:
                DepthwiseVectors<ScalarLanes<float>, float>.Pack(weights, bias, _shape, packed);
                break;
        }

        return packed;
    }

    /// <summary>Multiplies the weights of each channel by a factor. Only of convolutions of single pixels in one group.</summary>
    /// <param name="factors">a value per channel.</param>
    /// <param name="room">room for <see cref="PackedSize"/> values.</param>
    /// <returns>the weights, in this room.</returns>
    public float* ScaleChannels(ReadOnlySpan<float> factors, float* room)
    {
        float* scaled = Aligned(room);
        switch (_lanes)
        {
            case 16:
                ConvolutionStrips<SingleLanes512, Vector512<float>>.ScaleChannels(_numbers, factors, _shape.Units, scaled);
                break;
            case 8:
                ConvolutionStrips<SingleLanes256, Vector256<float>>.ScaleChannels(_numbers, factors, _shape.Units, scaled);
                break;
            default:
                ConvolutionStrips<Lanes128<float>, Vector128<float>>.ScaleChannels(_numbers, factors, _shape.Units, scaled);
                break;
        }

        return scaled;
    }

    private static float* Aligned(float* memory) => (float*)(((nint)memory + Alignment - 1) & -Alignment);

    private int OutputStart(in RowBand band, int row) =>
        ((((band.Plane * _plan.Height.Output) + band.FirstRow + row) * _plan.Width.Output) + band.FirstPixel) * _shape.Units;

    private int Size() => (_lanes, _shape.IsDepthwise) switch
    {
        (16, false) => ConvolutionStrips<SingleLanes512, Vector512<float>>.Size(_shape),
        (8, false) => ConvolutionStrips<SingleLanes256, Vector256<float>>.Size(_shape),
        (_, false) => ConvolutionStrips<Lanes128<float>, Vector128<float>>.Size(_shape),
        (16, _) => DepthwiseVectors<SingleLanes512, Vector512<float>>.Size(_shape),
        (8, _) => DepthwiseVectors<SingleLanes256, Vector256<float>>.Size(_shape),
        (4, _) => DepthwiseVectors<Lanes128<float>, Vector128<float>>.Size(_shape),
        _ => DepthwiseVectors<ScalarLanes<float>, float>.Size(_shape),
    };

    private void ForwardStrips(float* numbers, in RowBand band, float* input, float* output, float* residual, bool isRelu)
    {
        switch (_lanes)
        {
            case 16:
                ConvolutionStrips<SingleLanes512, Vector512<float>>.Forward(_plan, _runs, _shape, numbers, band, input, output, residual, isRelu);
                break;
            case 8:
                ConvolutionStrips<SingleLanes256, Vector256<float>>.Forward(_plan, _runs, _shape, numbers, band, input, output, residual, isRelu);
                break;
            default:
                ConvolutionStrips<Lanes128<float>, Vector128<float>>.Forward(_plan, _runs, _shape, numbers, band, input, output, residual, isRelu);
                break;
        }
    }

    private void ForwardDepthwise(float* numbers, in RowBand band, float* input, float* copy, float* output, float* residual, bool isRelu)
    {
        switch (_lanes)
        {
            case 16:
                DepthwiseVectors<SingleLanes512, Vector512<float>>.Forward(_plan, _runs, _shape, numbers, band, input, copy, output, residual, isRelu);
                break;
            case 8:
                DepthwiseVectors<SingleLanes256, Vector256<float>>.Forward(_plan, _runs, _shape, numbers, band, input, copy, output, residual, isRelu);
                break;
            case 4:
                DepthwiseVectors<Lanes128<float>, Vector128<float>>.Forward(_plan, _runs, _shape, numbers, band, input, copy, output, residual, isRelu);
                break;
            default:
                DepthwiseVectors<ScalarLanes<float>, float>.Forward(_plan, _runs, _shape, numbers, band, input, copy, output, residual, isRelu);
                break;
        }
    }
}
