namespace NeuralGen.Kernels.Convolutions;

/// <summary>The sizes of a convolution, found from the lengths of its spans.</summary>
internal readonly struct ConvolutionShape
{
    private ConvolutionShape(SpatialWindow window, int groups, int samples, int channels, int units)
    {
        Window = window;
        Groups = groups;
        Samples = samples;
        Channels = channels;
        Units = units;
    }

    public SpatialWindow Window { get; }

    public int Groups { get; }

    public int Samples { get; }

    /// <summary>Gets the number of values per pixel of the input.</summary>
    public int Channels { get; }

    /// <summary>Gets the number of values per pixel of the output.</summary>
    public int Units { get; }

    /// <summary>Gets the number of channels that a unit reads.</summary>
    public int GroupChannels => Channels / Groups;

    /// <summary>Gets the number of units that read the same channels.</summary>
    public int GroupUnits => Units / Groups;

    public int InputSize => Window.InputPixels * Channels;

    public int OutputSize => Window.OutputPixels * Units;

    /// <summary>Gets whether each channel has one unit, which reads nothing else.</summary>
    public bool IsDepthwise => Groups == Channels && Groups == Units && Groups > 1;

    /// <summary>Finds the sizes and checks that all spans agree on them.</summary>
    /// <param name="window">what a pixel of the output reads.</param>
    /// <param name="groups">the number of groups.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="input">the name and length of the input: [samples, input pixels, channels].</param>
    /// <param name="output">the name and length of the output: [samples, output pixels, units].</param>
    /// <param name="weights">the name and length of the weights: [units, channels / groups, kernel].</param>
    /// <exception cref="ArgumentException">a number is out of range, or a length does not fit the others.</exception>
    public static ConvolutionShape Find(
        SpatialWindow window, int groups, int samples, (string Name, int Length) input, (string Name, int Length) output, (string Name, int Length) weights)
    {
        if (samples < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "The number of samples is negative.");
        }

        if (samples == 0)
        {
            // Nothing tells the sizes apart; there is nothing to compute either.
            Check(input, 0);
            Check(output, 0);
            return new(window, groups, 0, 0, 0);
        }

        int channels = input.Length / samples / window.InputPixels;
        int units = output.Length / samples / window.OutputPixels;
        Check(input, channels * samples * window.InputPixels);
        Check(output, units * samples * window.OutputPixels);
        return Of(window, groups, channels, units, weights, samples);
    }

    /// <summary>Checks that sizes and weights agree.</summary>
    /// <param name="window">what a pixel of the output reads.</param>
    /// <param name="groups">the number of groups.</param>
    /// <param name="channels">the number of channels.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="weights">the name and length of the weights: [units, channels / groups, kernel].</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">a number does not fit the others.</exception>
    public static ConvolutionShape Of(SpatialWindow window, int groups, int channels, int units, (string Name, int Length) weights, int samples = 1)
    {
        if (groups < 1 || channels % groups != 0 || units % groups != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"{channels} channels and {units} units do not make {groups} groups."), nameof(groups));
        }

        long needed = (long)units * (channels / groups) * window.KernelSize;
        return weights.Length == needed
            ? new(window, groups, samples, channels, units)
            : throw new ArgumentException(
                FormattableString.Invariant($"The span '{weights.Name}' has {weights.Length} values; {units} units of {channels / groups} channels and {window.KernelSize} taps are needed."),
                weights.Name);
    }

    /// <summary>Checks the length of a bias.</summary>
    /// <param name="name">its name.</param>
    /// <param name="length">its length: 0 if there is none.</param>
    /// <param name="needed">the length that it needs otherwise.</param>
    /// <exception cref="ArgumentException">the length is wrong.</exception>
    public void CheckBias(string name, int length, int needed)
    {
        if (length != 0 && length != needed && Samples != 0)
        {
            SpanLength.Throw(name, length, needed);
        }
    }

    private static void Check((string Name, int Length) span, int expected)
    {
        if (span.Length != expected)
        {
            SpanLength.Throw(span.Name, span.Length, expected);
        }
    }
}
