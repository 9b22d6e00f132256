namespace NeuralGen.Kernels.Convolutions;

/// <summary>The sizes of a pool, found from the lengths of its spans.</summary>
internal readonly struct PoolShape
{
    private PoolShape(SpatialWindow window, int samples, int channels)
    {
        Window = window;
        Samples = samples;
        Channels = channels;
    }

    public SpatialWindow Window { get; }

    public int Samples { get; }

    /// <summary>Gets the number of values per pixel.</summary>
    public int Channels { get; }

    /// <summary>Gets the number of output pixels of all samples.</summary>
    public int OutputRows => Samples * Window.OutputPixels;

    /// <summary>Finds the sizes and checks that the spans agree on them.</summary>
    /// <param name="window">what a pixel of the output reads.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="input">the name and length of the input: [samples, input pixels, channels].</param>
    /// <param name="output">the name and length of the output: [samples, output pixels, channels].</param>
    /// <exception cref="ArgumentException">samples is negative, or the lengths do not fit each other.</exception>
    public static PoolShape Find(SpatialWindow window, int samples, (string Name, int Length) input, (string Name, int Length) output)
    {
        if (samples < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(samples), samples, "The number of samples is negative.");
        }

        int channels = samples == 0 ? 0 : input.Length / samples / window.InputPixels;
        Check(input, channels * samples * window.InputPixels);
        Check(output, channels * samples * window.OutputPixels);
        return new(window, samples, channels);
    }

    /// <summary>The first value of the output that a row has.</summary>
    public int OutputStart(int row) => row * Channels;

    /// <summary>The first value of a pixel that an output row's sample reads.</summary>
    public int InputStart(int row, int pixel) => ((row / Window.OutputPixels * Window.InputPixels) + pixel) * Channels;

    /// <summary>The taps of an output row.</summary>
    public TapList Taps(int row) => Window.Taps(row % Window.OutputPixels);

    /// <summary>By how many values an average is divided; 0 if there are none.</summary>
    public int Divisor(int row, bool countPadding) => countPadding ? Taps(row).CountPadded() : Taps(row).Count();

    private static void Check((string Name, int Length) span, int expected)
    {
        if (span.Length != expected)
        {
            SpanLength.Throw(span.Name, span.Length, expected);
        }
    }
}
