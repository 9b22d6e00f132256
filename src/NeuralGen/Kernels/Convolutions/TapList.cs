namespace NeuralGen.Kernels.Convolutions;

/// <summary>The taps of one pixel of the output that read the input.</summary>
internal readonly struct TapList
{
    private readonly SpatialWindow _window;
    private readonly int _outputPixel;

    public TapList(SpatialWindow window, int outputPixel)
    {
        _window = window;
        _outputPixel = outputPixel;
    }

    public TapEnumerator GetEnumerator() => new(_window, _outputPixel);

    /// <summary>The number of taps.</summary>
    public int Count()
    {
        TapEnumerator taps = GetEnumerator();
        return taps.Count;
    }

    /// <summary>The number of taps that read the input or its padding.</summary>
    public int CountPadded()
    {
        int width = _window.Width.Output, height = _window.Height.Output;
        int row = _outputPixel / width;
        return _window.Width.PaddedTaps(_outputPixel % width) * _window.Height.PaddedTaps(row % height) * _window.Depth.PaddedTaps(row / height);
    }
}
