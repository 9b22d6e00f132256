using System.Numerics;
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>What pixels of a convolution's output read, side by side: a row for each pixel, with a value for each tap and channel of
/// a group; 0 for padding.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct Patches<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConvolutionShape _shape;

    public Patches(in ConvolutionShape shape)
    {
        _shape = shape;
    }

    /// <summary>Gets the number of values of a pixel.</summary>
    public int Depth => _shape.Window.KernelSize * _shape.GroupChannels;

    /// <summary>Copies what pixels read.</summary>
    /// <param name="input">the first channel of the group in the sample's first pixel.</param>
    /// <param name="first">the first pixel of the output.</param>
    /// <param name="count">the number of pixels.</param>
    /// <param name="patches">receives them.</param>
    public void Gather(T* input, int first, int count, T* patches)
    {
        for (int pixel = first; pixel < first + count; pixel++, patches += Depth)
        {
            if (_shape.Window.Taps(pixel).Count() < _shape.Window.KernelSize)
            {
                new Span<T>(patches, Depth).Clear();
            }

            foreach ((int tap, int source) in Runs(pixel, out int length))
            {
                new ReadOnlySpan<T>(input + ((nint)source * _shape.Channels), length).CopyTo(new Span<T>(patches + (tap * _shape.GroupChannels), length));
            }
        }
    }

    /// <summary>Adds to what pixels read.</summary>
    /// <param name="patches">what is added.</param>
    /// <param name="first">the first pixel of the output.</param>
    /// <param name="count">the number of pixels.</param>
    /// <param name="input">the first channel of the group in the sample's first pixel.</param>
    public void Scatter(T* patches, int first, int count, T* input)
    {
        T one = T.One;
        for (int pixel = first; pixel < first + count; pixel++, patches += Depth)
        {
            foreach ((int tap, int target) in Runs(pixel, out int length))
            {
                OuterProduct.Add(&one, 1, patches + (tap * _shape.GroupChannels), length, input + ((nint)target * _shape.Channels));
            }
        }
    }

    // Taps that read neighbouring pixels are one run, where a group has all channels of a pixel.
    private RunEnumerator Runs(int pixel, out int length)
    {
        SpatialAxis width = _shape.Window.Width;
        int x = pixel % width.Output;
        bool isWhole = _shape.Groups == 1 && width.Dilation == 1;
        int taps = isWhole ? Math.Max(1, width.EndTap(x) - width.FirstTap(x)) : 1;
        length = taps * _shape.GroupChannels;
        return new RunEnumerator(_shape.Window.Taps(pixel).GetEnumerator(), taps);
    }
}
