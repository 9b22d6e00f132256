namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Some rows of the output, or a part of one, that are computed together.</summary>
internal readonly struct RowBand
{
    public RowBand(int plane, int firstRow, int rows, int firstPixel, int pixels)
    {
        Plane = plane;
        FirstRow = firstRow;
        Rows = rows;
        FirstPixel = firstPixel;
        Pixels = pixels;
    }

    /// <summary>Gets the position along the outermost of three axes.</summary>
    public int Plane { get; }

    public int FirstRow { get; }

    public int Rows { get; }

    /// <summary>Gets the first pixel of each row.</summary>
    public int FirstPixel { get; }

    /// <summary>Gets the number of pixels of each row.</summary>
    public int Pixels { get; }
}
