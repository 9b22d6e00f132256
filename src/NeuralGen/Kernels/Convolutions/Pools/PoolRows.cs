using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Pools;

/// <summary>The windows of a row of outputs that lie within the input along the row: their taps lie at the same places of each.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe ref struct PoolRows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Of windows with more pixels, finding these takes no part of the time.
    private const int MostTaps = 64;

    private readonly SpatialWindow _window;
    private readonly int _channels;
    private readonly Span<nint> _taps;
    private int _count;

    /// <summary>Finds which outputs of a row these are.</summary>
    /// <param name="shape">the sizes.</param>
    /// <param name="taps">room for <see cref="Room"/> places.</param>
    public PoolRows(in PoolShape shape, Span<nint> taps)
    {
        _window = shape.Window;
        _channels = shape.Channels;
        _taps = taps;
        SpatialAxis width = _window.Width;
        while (First < width.Output && (width.FirstTap(First) > 0 || width.EndTap(First) < width.Kernel))
        {
            First++;
        }

        End = First;
        while (End < width.Output && width.FirstTap(End) == 0 && width.EndTap(End) == width.Kernel)
        {
            End++;
        }
    }

    /// <summary>Gets how many places of taps there can be.</summary>
    public static int Room => MostTaps;

    /// <summary>Gets the first of the outputs.</summary>
    public int First { get; private set; }

    /// <summary>Gets the one behind the last of them.</summary>
    public int End { get; private set; }

    /// <summary>Finds the taps of a row's windows.</summary>
    /// <param name="row">the row: [samples, depth, height].</param>
    /// <returns>whether there are any, and not too many.</returns>
    public bool Take(int row)
    {
        int y = row % _window.Height.Output;
        int z = row / _window.Height.Output % _window.Depth.Output;
        int sample = row / _window.Height.Output / _window.Depth.Output;
        (int firstY, int endY) = (_window.Height.FirstTap(y), _window.Height.EndTap(y));
        (int firstZ, int endZ) = (_window.Depth.FirstTap(z), _window.Depth.EndTap(z));
        if (First == End || (long)Math.Max(0, endY - firstY) * Math.Max(0, endZ - firstZ) * _window.Width.Kernel is 0 or > MostTaps)
        {
            return false;
        }

        _count = 0;
        for (int tapZ = firstZ; tapZ < endZ; tapZ++)
        {
            for (int tapY = firstY; tapY < endY; tapY++)
            {
                int plane = (sample * _window.Depth.Input) + _window.Depth.Start(z) + (tapZ * _window.Depth.Dilation);
                int line = (plane * _window.Height.Input) + _window.Height.Start(y) + (tapY * _window.Height.Dilation);
                int pixel = (line * _window.Width.Input) + _window.Width.Start(First);
                for (int tapX = 0; tapX < _window.Width.Kernel; tapX++)
                {
                    _taps[_count++] = (pixel + (tapX * _window.Width.Dilation)) * (nint)_channels;
                }
            }
        }

        return true;
    }

    /// <summary>Finds the largest values of the windows of the row that was taken.</summary>
    /// <param name="input">all samples.</param>
    /// <param name="output">receives the values of the first of the outputs and those behind it.</param>
    public readonly void Max(T* input, T* output)
    {
        nint step = _window.Width.Stride * (nint)_channels;
        fixed (nint* taps = _taps)
        {
            if (Vector512.IsHardwareAccelerated && _channels >= Vector512<T>.Count)
            {
                PoolVectors<Lanes512<T>, Vector512<T>, T>.MaxRow(input, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector256.IsHardwareAccelerated && _channels >= Vector256<T>.Count)
            {
                PoolVectors<Lanes256<T>, Vector256<T>, T>.MaxRow(input, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector128.IsHardwareAccelerated && _channels >= Vector128<T>.Count)
            {
                PoolVectors<Lanes128<T>, Vector128<T>, T>.MaxRow(input, taps, _count, step, _channels, output, End - First);
            }
            else
            {
                PoolVectors<ScalarLanes<T>, T, T>.MaxRow(input, taps, _count, step, _channels, output, End - First);
            }
        }
    }

    /// <summary>Adds up the values of the windows of the row that was taken.</summary>
    /// <inheritdoc cref="Max"/>
    public readonly void Sum(T* input, T* output)
    {
        nint step = _window.Width.Stride * (nint)_channels;
        fixed (nint* taps = _taps)
        {
            if (Vector512.IsHardwareAccelerated && _channels >= Vector512<T>.Count)
            {
                PoolVectors<Lanes512<T>, Vector512<T>, T>.SumRow(input, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector256.IsHardwareAccelerated && _channels >= Vector256<T>.Count)
            {
                PoolVectors<Lanes256<T>, Vector256<T>, T>.SumRow(input, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector128.IsHardwareAccelerated && _channels >= Vector128<T>.Count)
            {
                PoolVectors<Lanes128<T>, Vector128<T>, T>.SumRow(input, taps, _count, step, _channels, output, End - First);
            }
            else
            {
                PoolVectors<ScalarLanes<T>, T, T>.SumRow(input, taps, _count, step, _channels, output, End - First);
            }
        }
    }
}
