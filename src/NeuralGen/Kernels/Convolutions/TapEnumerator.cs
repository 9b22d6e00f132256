namespace NeuralGen.Kernels.Convolutions;

/// <summary>Goes through the taps of one pixel of the output that read the input, in row-major order of the kernel.</summary>
internal struct TapEnumerator
{
    private readonly SpatialWindow _window;
    private readonly int _outputX;
    private readonly int _outputY;
    private readonly int _outputZ;
    private readonly int _firstX;
    private readonly int _firstY;
    private readonly int _endX;
    private readonly int _endY;
    private int _left;
    private int _x;
    private int _y;
    private int _z;

    public TapEnumerator(SpatialWindow window, int outputPixel)
    {
        _window = window;
        _outputX = outputPixel % window.Width.Output;
        int row = outputPixel / window.Width.Output;
        _outputY = row % window.Height.Output;
        _outputZ = row / window.Height.Output;
        _firstX = window.Width.FirstTap(_outputX);
        _firstY = window.Height.FirstTap(_outputY);
        int firstZ = window.Depth.FirstTap(_outputZ);
        _endX = window.Width.EndTap(_outputX);
        _endY = window.Height.EndTap(_outputY);
        Count = (_endX - _firstX) * (_endY - _firstY) * (window.Depth.EndTap(_outputZ) - firstZ);
        _left = Count;
        (_x, _y, _z) = (_firstX - 1, _firstY, firstZ);
    }

    /// <summary>Gets the number of taps.</summary>
    public int Count { get; }

    /// <summary>Gets the tap's number and the pixel of the input that it reads.</summary>
    public readonly (int Tap, int Pixel) Current
    {
        get
        {
            int x = _window.Width.Start(_outputX) + (_x * _window.Width.Dilation);
            int y = _window.Height.Start(_outputY) + (_y * _window.Height.Dilation);
            int z = _window.Depth.Start(_outputZ) + (_z * _window.Depth.Dilation);
            int tap = (((_z * _window.Height.Kernel) + _y) * _window.Width.Kernel) + _x;
            return (tap, (((z * _window.Height.Input) + y) * _window.Width.Input) + x);
        }
    }

    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        if (++_x == _endX)
        {
            _x = _firstX;
            if (++_y == _endY)
            {
                _y = _firstY;
                _z++;
            }
        }

        return true;
    }
}
