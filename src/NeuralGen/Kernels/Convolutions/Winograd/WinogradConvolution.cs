using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;
using NeuralGen.Kernels.Matrices.Packed;

namespace NeuralGen.Kernels.Convolutions.Winograd;

/// <summary>
/// A convolution in a quarter, four ninths or half of the multiplications: some tiles are transformed, each value of them is multiplied as a matrix of
/// tiles and channels, and the products are transformed back, with bias, residual and rectifier.
/// </summary>
/// <remarks>What is not finite spoils its whole tile: whoever finds NaN computes the sample in another way.</remarks>
internal sealed unsafe class WinogradConvolution
{
    private const int Alignment = 64;
    private const int NarrowestLanes = 4;

    // So many fill the rows of the products, and stay in the second cache between the three steps.
    private const int FewTiles = 28;

    // Weights that do not stay there, too, are read as seldom as can be.
    private const int ManyTiles = 56;
    private const int WeightsInCache = 1 << 18;

    private readonly ConvolutionShape _shape;
    private readonly WinogradForm _form;
    private readonly int _lanes;
    private readonly int _stripSize;

    // Pinned, so that the pointer into it stays right.
    private readonly float[] _memory;
    private readonly float* _numbers;

    private WinogradConvolution(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, WinogradForm form, int lanes)
    {
        _shape = shape;
        _form = form;
        _lanes = lanes;
        _stripSize = (shape.Units + lanes - 1) / lanes * lanes * (shape.Channels + 1);

        // The bias, zeros in the place of pixels that there are not, then the numbers of the products.
        _memory = GC.AllocateArray<float>(shape.Units + Zeros + (Values * _stripSize) + (Alignment / sizeof(float)), pinned: true);
        _numbers = (float*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + Alignment - 1) & ~(nuint)(Alignment - 1));
        bias.CopyTo(new Span<float>(_numbers, shape.Units));
        Pack(weights);
    }

    private int TilesAtOnce => (long)Values * _stripSize > WeightsInCache ? ManyTiles : FewTiles;

    private int Values => _form.Values;

    private int Zeros => Math.Max(_shape.Channels, _shape.Units);

    private float* Strips => _numbers + _shape.Units + Zeros;

    /// <summary>Packs the weights of a convolution that is faster this way; null for any other.</summary>
    /// <param name="weights">[units, channels, kernel].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="mostLanes">the most lanes of a vector: 16, 8 or 4.</param>
    public static WinogradConvolution? Of(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int mostLanes)
    {
        foreach (WinogradForm form in WinogradForm.All(shape))
        {
            if (KernelThresholds.IsFaster(shape, form, mostLanes))
            {
                return Of(weights, bias, shape, mostLanes, form);
            }
        }

        return null;
    }

    /// <summary>Packs the weights of a convolution in a form that fits it.</summary>
    public static WinogradConvolution Of(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int mostLanes, WinogradForm form)
    {
        // The last vector may overlap the one before it.
        int lanes = mostLanes;
        while (lanes > NarrowestLanes && lanes > Math.Min(shape.Channels, shape.Units))
        {
            lanes /= 2;
        }

        return new WinogradConvolution(weights, bias, shape, form, lanes);
    }

    /// <summary>Computes a sample.</summary>
    /// <param name="input">the sample's input.</param>
    /// <param name="residual">what is added to its output, or nothing.</param>
    /// <param name="output">its output.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, bool isRelu)
    {
        int most = Math.Min(TilesAtOnce, WinogradSample.Count(_shape.Window, _form));
        int inputs = Values * (int)WinogradBlock<SingleLanes256, Vector256<float>>.Step(most, _shape.Channels);
        int outputs = Values * (int)WinogradBlock<SingleLanes256, Vector256<float>>.Step(most, _shape.Units);
        float[] rented = ArrayPool<float>.Shared.Rent(inputs + outputs + _shape.Units);
        fixed (float* source = input, added = residual, target = output, room = rented)
        {
            WinogradSample sample = new(_shape, _form, source, added, target, _numbers + _shape.Units, room + inputs + outputs);
            for (int first = 0; first < sample.Tiles; first += most)
            {
                int count = Math.Min(most, sample.Tiles - first);
                if (_lanes == Vector512<float>.Count)
                {
                    WinogradBlock<SingleLanes512, Vector512<float>>.Run(sample, first, count, Strips, _stripSize, _numbers, room, room + inputs, isRelu);
                }
                else if (_lanes == Vector256<float>.Count)
                {
                    WinogradBlock<SingleLanes256, Vector256<float>>.Run(sample, first, count, Strips, _stripSize, _numbers, room, room + inputs, isRelu);
                }
                else
                {
                    WinogradBlock<Lanes128<float>, Vector128<float>>.Run(sample, first, count, Strips, _stripSize, _numbers, room, room + inputs, isRelu);
                }
            }
        }

        // The kernels know but the address of the weights, which the collector may take with this object.
        GC.KeepAlive(this);

        ArrayPool<float>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(ReadOnlySpan<float> weights)
    {
        (int channels, int units) = (_shape.Channels, _shape.Units);
        float[] all = new float[Values * units * channels];
        Span<double> transformed = stackalloc double[Values];
        for (int i = 0; i < units * channels; i++)
        {
            _form.Transform(weights.Slice(i * _form.KernelSize, _form.KernelSize), transformed);
            for (int value = 0; value < transformed.Length; value++)
            {
                all[(value * units * channels) + i] = (float)transformed[value];
            }
        }

        for (int value = 0; value < Values; value++)
        {
            ReadOnlySpan<float> matrix = all.AsSpan(value * units * channels, units * channels);
            float* strips = Strips + ((nint)value * _stripSize);
            if (_lanes == Vector512<float>.Count)
            {
                StripLoops<SingleLanes512, Vector512<float>>.Pack(matrix, default, units, strips);
            }
            else if (_lanes == Vector256<float>.Count)
            {
                StripLoops<SingleLanes256, Vector256<float>>.Pack(matrix, default, units, strips);
            }
            else
            {
                StripLoops<Lanes128<float>, Vector128<float>>.Pack(matrix, default, units, strips);
            }
        }
    }
}
