using System.ComponentModel;
using NeuralGen.Kernels.Convolutions;
#if NET
using NeuralGen.Kernels.Convolutions.Packed;
#endif

namespace NeuralGen;

/// <summary>Which pixels of its input each pixel of a convolution's or pool's output reads, along one to three axes. Emitted
/// networks make one per layer and keep it.</summary>
/// <remarks>Along each axis, tap k of output o reads input o·stride + k·dilation - padding; where there is no such input it reads
/// padding. How much padding lies behind the input follows from the size of the output.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SpatialWindow
{
    private const int MostAxes = 3;

    /// <summary>Describes a window; all lists are as long as there are axes, the outermost first.</summary>
    /// <param name="input">the number of positions of the input.</param>
    /// <param name="kernel">the number of taps.</param>
    /// <param name="strides">the distance of the inputs that tap 0 of neighbouring outputs reads.</param>
    /// <param name="dilations">the distance of the inputs that neighbouring taps read.</param>
    /// <param name="paddingsBefore">how many positions in front of the input are padding.</param>
    /// <param name="output">the number of positions of the output.</param>
    /// <param name="paddingsBehind">how many positions behind the input are padding, which an average may count; positions
    /// farther behind never count. All do if this is left out.</param>
    /// <exception cref="ArgumentException">a list has another length, a number is too small, or the sizes do not fit an
    /// int.</exception>
    public SpatialWindow(
        ReadOnlySpan<int> input,
        ReadOnlySpan<int> kernel,
        ReadOnlySpan<int> strides,
        ReadOnlySpan<int> dilations,
        ReadOnlySpan<int> paddingsBefore,
        ReadOnlySpan<int> output,
        ReadOnlySpan<int> paddingsBehind = default)
    {
        Axes = input.Length;
        if (Axes is 0 or > MostAxes)
        {
            throw new ArgumentException(FormattableString.Invariant($"A window has one to three axes, not {Axes}."), nameof(input));
        }

        Check(kernel, 1, nameof(kernel));
        Check(input, 1, nameof(input));
        Check(strides, 1, nameof(strides));
        Check(dilations, 1, nameof(dilations));
        Check(paddingsBefore, 0, nameof(paddingsBefore));
        Check(output, 1, nameof(output));
        if (!paddingsBehind.IsEmpty)
        {
            Check(paddingsBehind, 0, nameof(paddingsBehind));
        }

        Width = Axis(Axes - 1, input, kernel, strides, dilations, paddingsBefore, output, paddingsBehind);
        Height = Axis(Axes - 2, input, kernel, strides, dilations, paddingsBefore, output, paddingsBehind);
        Depth = Axis(Axes - 3, input, kernel, strides, dilations, paddingsBefore, output, paddingsBehind);
        InputPixels = Product(Depth.Input, Height.Input, Width.Input, nameof(input));
        OutputPixels = Product(Depth.Output, Height.Output, Width.Output, nameof(output));
        KernelSize = Product(Depth.Kernel, Height.Kernel, Width.Kernel, nameof(kernel));
    }

    private SpatialWindow(SpatialWindow other, SpatialAxis width)
    {
        (Axes, Width, Height, Depth) = (other.Axes, width, other.Height, other.Depth);
        InputPixels = Product(Depth.Input, Height.Input, Width.Input, nameof(width));
        OutputPixels = Product(Depth.Output, Height.Output, Width.Output, nameof(width));
        KernelSize = Product(Depth.Kernel, Height.Kernel, Width.Kernel, nameof(width));
    }

    /// <summary>Gets the number of axes.</summary>
    public int Axes { get; }

    /// <summary>Gets the number of pixels of one sample's input.</summary>
    public int InputPixels { get; }

    /// <summary>Gets the number of pixels of one sample's output.</summary>
    public int OutputPixels { get; }

    /// <summary>Gets the number of taps of the kernel.</summary>
    public int KernelSize { get; }

#if NET
    /// <summary>Gets or sets what is known of convolutions with this window whose weights change.</summary>
    internal ChangingConvolution[] Changing { get; set; } = [];

    /// <summary>The window over the output by which the input's gradient is a convolution with mirrored kernels; null where the window does not go pixel by
    /// pixel, or where it begins farther before the input than it reaches.</summary>
    internal SpatialWindow? Mirrored()
    {
        SpatialAxis[] axes = [Depth, Height, Width];
        axes = axes[(MostAxes - Axes)..];
        int[] Numbers(Func<SpatialAxis, int> number) => Array.ConvertAll(axes, axis => number(axis));
        int[] padding = Numbers(axis => axis.Span - 1 - axis.PaddingBefore);
        return Array.TrueForAll(axes, axis => axis.Stride == 1) && Array.TrueForAll(padding, before => before >= 0)
            ? new SpatialWindow(Numbers(axis => axis.Output), Numbers(axis => axis.Kernel), Numbers(_ => 1), Numbers(axis => axis.Dilation), padding, Numbers(axis => axis.Input))
            : null;
    }
#endif

    internal SpatialAxis Depth { get; }

    internal SpatialAxis Height { get; }

    internal SpatialAxis Width { get; }

    /// <summary>Gets whether every pixel of the output reads the one pixel of the input at its place.</summary>
    internal bool IsPlain => Depth.IsPlain && Height.IsPlain && Width.IsPlain;

    /// <summary>The window with another innermost axis.</summary>
    internal SpatialWindow WithWidth(SpatialAxis width) => new(this, width);

    /// <summary>The taps of an output's pixel that read the input, in row-major order of the kernel.</summary>
    internal TapList Taps(int outputPixel) => new(this, outputPixel);

    private void Check(ReadOnlySpan<int> values, int least, string name)
    {
        if (values.Length != Axes)
        {
            SpanLength.Throw(name, values.Length, Axes);
        }

        foreach (int value in values)
        {
            if (value < least)
            {
                throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"At least {least} is needed."));
            }
        }
    }

    private static SpatialAxis Axis(
        int axis,
        ReadOnlySpan<int> input,
        ReadOnlySpan<int> kernel,
        ReadOnlySpan<int> strides,
        ReadOnlySpan<int> dilations,
        ReadOnlySpan<int> paddingsBefore,
        ReadOnlySpan<int> output,
        ReadOnlySpan<int> paddingsBehind)
    {
        if (axis < 0)
        {
            return SpatialAxis.Single;
        }

        // Where the last tap of the last output reads, from the first padding on.
        long end = ((output[axis] - 1L) * strides[axis]) + ((kernel[axis] - 1L) * dilations[axis]) + 1;
        long all = Math.Max(end, (long)paddingsBefore[axis] + input[axis] + (paddingsBehind.IsEmpty ? 0 : paddingsBehind[axis])) + dilations[axis];
        if (all > int.MaxValue)
        {
            throw new ArgumentException(FormattableString.Invariant($"The window reaches over {all} positions of axis {axis}."), nameof(output));
        }

        int behind = paddingsBehind.IsEmpty ? (int)Math.Max(0, end - paddingsBefore[axis] - input[axis]) : paddingsBehind[axis];
        return new SpatialAxis(input[axis], kernel[axis], strides[axis], dilations[axis], paddingsBefore[axis], output[axis], behind);
    }

    private static int Product(int depth, int height, int width, string name)
    {
        // Two factors fit a long.
        long area = (long)height * width;
        return area <= int.MaxValue && area * depth <= int.MaxValue
            ? (int)(area * depth)
            : throw new ArgumentException(FormattableString.Invariant($"{depth}, {height} and {width} multiply to more than an int holds."), name);
    }
}
