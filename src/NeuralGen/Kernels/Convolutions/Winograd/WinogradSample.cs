namespace NeuralGen.Kernels.Convolutions.Winograd;

/// <summary>Where the pixels of a sample's tiles lie.</summary>
internal readonly unsafe struct WinogradSample
{
    private readonly SpatialWindow _window;
    private readonly WinogradForm _form;
    private readonly float* _input;
    private readonly float* _added;
    private readonly float* _output;
    private readonly float* _zeros;
    private readonly float* _nowhere;
    private readonly int _columns;

    /// <summary>Divides the outputs of a sample into tiles.</summary>
    /// <param name="shape">the convolution.</param>
    /// <param name="form">the tiles.</param>
    /// <param name="input">the sample's input.</param>
    /// <param name="added">what is added to its output, or nothing.</param>
    /// <param name="output">its output.</param>
    /// <param name="zeros">zeros for all channels or units of a pixel.</param>
    /// <param name="nowhere">room for the units of pixels that nobody reads.</param>
    public WinogradSample(in ConvolutionShape shape, WinogradForm form, float* input, float* added, float* output, float* zeros, float* nowhere)
    {
        _window = shape.Window;
        _form = form;
        (Channels, Units) = (shape.Channels, shape.Units);
        _input = input;
        _added = added;
        _output = output;
        _zeros = zeros;
        _nowhere = nowhere;
        _columns = (_window.Width.Output + form.Columns - 1) / form.Columns;
        Tiles = Count(_window, form);
    }

    /// <summary>Gets the number of values per pixel of the input.</summary>
    public int Channels { get; }

    /// <summary>Gets the number of values per pixel of the output.</summary>
    public int Units { get; }

    /// <summary>Gets the tiles' form.</summary>
    public WinogradForm Form => _form;

    /// <summary>Gets the number of tiles.</summary>
    public int Tiles { get; }

    /// <summary>Gets whether something is added to the outputs.</summary>
    public bool HasResidual => _added is not null;

    /// <summary>The number of tiles of a sample.</summary>
    public static int Count(SpatialWindow window, WinogradForm form) =>
        ((window.Width.Output + form.Columns - 1) / form.Columns) * ((window.Height.Output + form.Rows - 1) / form.Rows);

    /// <summary>Finds the pixels that a tile reads; zeros where there is none.</summary>
    public void FindInputs(int tile, float** pixels)
    {
        int top = _window.Height.Start(tile / _columns * _form.Rows), left = _window.Width.Start(tile % _columns * _form.Columns);
        for (int y = top; y < top + _form.InputRows; y++)
        {
            for (int x = left; x < left + _form.InputColumns; x++)
            {
                bool isThere = y >= 0 && y < _window.Height.Input && x >= 0 && x < _window.Width.Input;
                *pixels++ = isThere ? _input + (((nint)y * _window.Width.Input) + x) * Channels : _zeros;
            }
        }
    }

    /// <summary>Finds the pixels that a tile writes, and those that are added to them.</summary>
    public void FindOutputs(int tile, float** pixels, float** added)
    {
        int top = tile / _columns * _form.Rows, left = tile % _columns * _form.Columns;
        for (int y = top; y < top + _form.Rows; y++)
        {
            for (int x = left; x < left + _form.Columns; x++)
            {
                bool isThere = y < _window.Height.Output && x < _window.Width.Output;
                nint place = (((nint)y * _window.Width.Output) + x) * Units;
                *pixels++ = isThere ? _output + place : _nowhere;
                *added++ = isThere ? _added + place : _zeros;
            }
        }
    }
}
