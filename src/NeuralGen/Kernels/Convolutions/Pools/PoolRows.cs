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
    private int _sample;
    private int _z;
    private int _y = -1;

    // The taps that the last row had along the outer axes.
    private (int FirstY, int EndY, int FirstZ, int EndZ) _range = (-1, -1, -1, -1);
    private nint _origin;

    /// <summary>Finds which outputs of a row these are.</summary>
    /// <param name="shape">the sizes.</param>
    /// <param name="taps">room for <see cref="Room"/> places.</param>
    public PoolRows(in PoolShape shape, Span<nint> taps)
    {
        _window = shape.Window;
        _channels = shape.Channels;
        _taps = taps;
        SpatialAxis width = _window.Width;

        // The first that begins behind the padding, and the one behind the last that ends within the input.
        int room = width.Input - width.Span + width.PaddingBefore;
        First = Math.Min(width.Output, (width.PaddingBefore + width.Stride - 1) / width.Stride);
        End = room < 0 ? First : Math.Max(First, Math.Min(width.Output, (room / width.Stride) + 1));
    }

    /// <summary>Gets how many places of taps there can be.</summary>
    public static int Room => MostTaps;

    /// <summary>Gets the first of the outputs.</summary>
    public int First { get; }

    /// <summary>Gets the one behind the last of them.</summary>
    public int End { get; }

    /// <summary>Finds the taps of the next row's windows; the first row comes first.</summary>
    /// <returns>whether there are any, and not too many.</returns>
    public bool MoveNext()
    {
        SpatialAxis depth = _window.Depth, height = _window.Height;
        if (++_y == height.Output)
        {
            _y = 0;
            if (++_z == depth.Output)
            {
                _z = 0;
                _sample++;
            }
        }

        var range = (FirstY: height.FirstTap(_y), EndY: height.EndTap(_y), FirstZ: depth.FirstTap(_z), EndZ: depth.EndTap(_z));
        if (range != _range)
        {
            _range = range;
            FindTaps();
        }

        int firstPlane = (_sample * depth.Input) + depth.Start(_z) + (range.FirstZ * depth.Dilation);
        int firstLine = (firstPlane * height.Input) + height.Start(_y) + (range.FirstY * height.Dilation);
        _origin = ((firstLine * _window.Width.Input) + _window.Width.Start(First)) * (nint)_channels;
        return _count != 0;
    }

    // Relative to the first of them; rows whose windows do not reach beyond the input have the same.
    private void FindTaps()
    {
        SpatialAxis depth = _window.Depth, height = _window.Height, width = _window.Width;
        int lines = Math.Max(0, _range.EndY - _range.FirstY), planes = Math.Max(0, _range.EndZ - _range.FirstZ);
        _count = 0;
        if (First == End || (long)lines * planes * width.Kernel > MostTaps)
        {
            return;
        }

        for (int plane = 0; plane < planes; plane++)
        {
            for (int line = 0; line < lines; line++)
            {
                int pixel = ((plane * depth.Dilation * height.Input) + (line * height.Dilation)) * width.Input;
                for (int tap = 0; tap < width.Kernel; tap++)
                {
                    _taps[_count++] = (pixel + (tap * width.Dilation)) * (nint)_channels;
                }
            }
        }
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
                PoolVectors<Lanes512<T>, Vector512<T>, T>.MaxRow(input + _origin, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector256.IsHardwareAccelerated && _channels >= Vector256<T>.Count)
            {
                PoolVectors<Lanes256<T>, Vector256<T>, T>.MaxRow(input + _origin, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector128.IsHardwareAccelerated && _channels >= Vector128<T>.Count)
            {
                PoolVectors<Lanes128<T>, Vector128<T>, T>.MaxRow(input + _origin, taps, _count, step, _channels, output, End - First);
            }
            else
            {
                PoolVectors<ScalarLanes<T>, T, T>.MaxRow(input + _origin, taps, _count, step, _channels, output, End - First);
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
                PoolVectors<Lanes512<T>, Vector512<T>, T>.SumRow(input + _origin, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector256.IsHardwareAccelerated && _channels >= Vector256<T>.Count)
            {
                PoolVectors<Lanes256<T>, Vector256<T>, T>.SumRow(input + _origin, taps, _count, step, _channels, output, End - First);
            }
            else if (Vector128.IsHardwareAccelerated && _channels >= Vector128<T>.Count)
            {
                PoolVectors<Lanes128<T>, Vector128<T>, T>.SumRow(input + _origin, taps, _count, step, _channels, output, End - First);
            }
            else
            {
                PoolVectors<ScalarLanes<T>, T, T>.SumRow(input + _origin, taps, _count, step, _channels, output, End - First);
            }
        }
    }
}
