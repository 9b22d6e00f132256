namespace NeuralGen.Kernels.Convolutions;

/// <summary>One axis of a window: tap k of output o reads input o·stride + k·dilation - padding.</summary>
internal readonly struct SpatialAxis
{
    public SpatialAxis(int input, int kernel, int stride, int dilation, int paddingBefore, int output, int paddingBehind)
    {
        Input = input;
        Kernel = kernel;
        Stride = stride;
        Dilation = dilation;
        PaddingBefore = paddingBefore;
        Output = output;
        PaddingBehind = paddingBehind;
    }

    /// <summary>Gets an axis with one position, which is what windows of fewer axes have in front.</summary>
    public static SpatialAxis Single => new(1, 1, 1, 1, 0, 1, 0);

    public int Input { get; }

    public int Kernel { get; }

    public int Stride { get; }

    public int Dilation { get; }

    public int PaddingBefore { get; }

    public int Output { get; }

    /// <summary>Gets how many positions behind the input are padding.</summary>
    public int PaddingBehind { get; }

    /// <summary>Gets whether every output reads the one input at its position.</summary>
    public bool IsPlain => Kernel == 1 && Stride == 1 && PaddingBefore == 0 && Input == Output;

    /// <summary>Gets the distance from the first input that a window reads to the one behind its last.</summary>
    public int Span => ((Kernel - 1) * Dilation) + 1;

    /// <summary>The input that tap 0 of an output reads; negative in the padding.</summary>
    public int Start(int output) => (output * Stride) - PaddingBefore;

    /// <summary>The first tap of an output that reads an input.</summary>
    public int FirstTap(int output)
    {
        int start = Start(output);
        return start >= 0 ? 0 : Math.Min(Kernel, (Dilation - 1 - start) / Dilation);
    }

    /// <summary>The first tap of an output that reads behind the input; no less than <see cref="FirstTap"/>.</summary>
    public int EndTap(int output) => Math.Max(FirstTap(output), TapsBefore(output, Input));

    /// <summary>How many taps of an output read the input or its padding.</summary>
    public int PaddedTaps(int output) => TapsBefore(output, Input + PaddingBehind);

    // How many taps lie in front of a position.
    private int TapsBefore(int output, int position)
    {
        int distance = position - Start(output);
        return distance <= 0 ? 0 : distance >= Span ? Kernel : (distance + Dilation - 1) / Dilation;
    }
}
