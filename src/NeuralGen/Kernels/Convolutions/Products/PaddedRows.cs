using System.Numerics;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>The rows of a sample with zeros beside them, where windows reach beyond its width; the sample itself where none does.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct PaddedRows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int FewValues = 1 << 16;
    private const int MostPadded = 3;

    private readonly SpatialAxis _width;
    private readonly int _rows;
    private readonly int _channels;
    private readonly int _pixels;

    public PaddedRows(in ConvolutionShape shape)
    {
        SpatialWindow window = shape.Window;
        _width = window.Width;
        _rows = window.Depth.Input * window.Height.Input;
        _channels = shape.Channels;
        _pixels = Math.Max(_width.PaddingBefore + _width.Input, ((_width.Output - 1) * _width.Stride) + _width.Span);
    }

    /// <summary>Gets the distance of two rows.</summary>
    public nint Pitch => (nint)_pixels * _channels;

    /// <summary>Gets the size of a copy; 0 where there is none.</summary>
    public int CopySize => IsCopied ? checked((int)(_rows * Pitch)) : 0;

    private bool IsCopied => _pixels > _width.Input;

    /// <summary>Whether the rows are not much longer than without padding, so that a copy of a sample is no burden.</summary>
    /// <param name="shape">the convolution.</param>
    public static bool AreFew(in ConvolutionShape shape)
    {
        PaddedRows<T> rows = new(shape);
        return (long)rows._rows * rows.Pitch <= FewValues + (MostPadded * (long)shape.InputSize);
    }

    /// <summary>Gives the rows of a sample.</summary>
    /// <param name="input">the sample.</param>
    /// <param name="copy">room for <see cref="CopySize"/> values.</param>
    public T* Of(T* input, T* copy)
    {
        if (!IsCopied)
        {
            return input;
        }

        int before = _width.PaddingBefore * _channels, length = _width.Input * _channels;
        for (int row = 0; row < _rows; row++)
        {
            Span<T> target = new(copy + (row * Pitch), (int)Pitch);
            target.Slice(0, before).Clear();
            new ReadOnlySpan<T>(input + ((nint)row * length), length).CopyTo(target.Slice(before));
            target.Slice(before + length).Clear();
        }

        return copy;
    }
}
