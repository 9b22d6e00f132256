namespace NeuralGen.Kernels.Convolutions.Pools;

/// <summary>The pixels of one window as runs of equal distances: the rows of the kernel, or whole planes where rows follow one another.</summary>
internal struct PixelRuns
{
    private readonly SpatialWindow _window;
    private readonly int _sample;
    private readonly int _x;
    private readonly int _y;
    private readonly int _z;
    private readonly int _rows;
    private int _row;
    private int _plane;

    /// <summary>Finds the runs of a window.</summary>
    /// <param name="window">the windows.</param>
    /// <param name="row">the output: [samples, depth, height, width].</param>
    public PixelRuns(SpatialWindow window, int row)
    {
        _window = window;
        _x = row % window.Width.Output;
        _y = row / window.Width.Output % window.Height.Output;
        _z = row / window.Width.Output / window.Height.Output % window.Depth.Output;
        _sample = row / window.OutputPixels;
        Count = window.Width.EndTap(_x) - window.Width.FirstTap(_x);
        _rows = window.Height.EndTap(_y) - window.Height.FirstTap(_y);
        Step = window.Width.Dilation;
        if (Count == window.Width.Input && Step == 1 && window.Height.Dilation == 1)
        {
            Count *= _rows;
            _rows = Math.Min(_rows, 1);
        }

        _plane = window.Depth.FirstTap(_z);
        _row = -1;
    }

    /// <summary>Gets the number of pixels of each run.</summary>
    public int Count { get; }

    /// <summary>Gets the distance of its pixels.</summary>
    public int Step { get; }

    /// <summary>Gets the first pixel of a run, over all samples.</summary>
    public int First { get; private set; }

    public bool MoveNext()
    {
        if (++_row >= _rows)
        {
            _row = 0;
            _plane++;
        }

        if (Count == 0 || _rows == 0 || _plane >= _window.Depth.EndTap(_z))
        {
            return false;
        }

        int z = _window.Depth.Start(_z) + (_plane * _window.Depth.Dilation);
        int y = _window.Height.Start(_y) + ((_window.Height.FirstTap(_y) + _row) * _window.Height.Dilation);
        int x = _window.Width.Start(_x) + (_window.Width.FirstTap(_x) * _window.Width.Dilation);
        First = (((((_sample * _window.Depth.Input) + z) * _window.Height.Input) + y) * _window.Width.Input) + x;
        return true;
    }
}
