namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>How a convolution goes over one sample: row by row of the output, in bands whose input stays in the second cache.</summary>
/// <remarks>Rows whose windows reach beyond the width of the input are read from a copy with zeros beside them, unless their tiles know padding; along
/// the other axes taps that would read padding are left out.</remarks>
internal sealed unsafe class RowPlan
{
    // Values of the input that a band reads: half of a second cache of 512 KB; and less where they are read a few times only.
    private const int MostValues = 1 << 16;
    private const int MostDepthwiseValues = 1 << 14;

    /// <summary>The number of channels that depthwise convolutions copy at once: a cache line.</summary>
    public const int LineLength = 16;

    // Values of the output that a band of a depthwise convolution writes: they are still in the first cache when an activation follows.
    private const int MostWritten = 1 << 12;

    /// <summary>The fewest pixels of a row that is read in place: those of a tile.</summary>
    public const int FewestInPlace = 8;

    // The first cache has 64 sets of lines; of eight ways or more, six are for what is read.
    private const int CacheSets = 64;
    private const int CacheWays = 6;
    private const int FewSets = 8;

    // Fewer pixels of a row are not worth a band.
    private const int FewestPixels = 48;

    private readonly int _rowBlocks;
    private readonly int _segments;
    private readonly int _planeRows;

    /// <summary>Plans a convolution.</summary>
    /// <param name="shape">the convolution.</param>
    public RowPlan(in ConvolutionShape shape)
    {
        SpatialWindow window = shape.Window;
        int mostValues = shape.IsDepthwise ? MostDepthwiseValues : MostValues;
        PixelSize = shape.IsDepthwise ? LineLength : shape.Channels;
        (Depth, Height, Width) = (window.Depth, window.Height, window.Width);
        if (window.IsPlain)
        {
            // All pixels are one row.
            int pixels = window.OutputPixels;
            (Depth, Height) = (SpatialAxis.Single, SpatialAxis.Single);
            Width = new SpatialAxis(pixels, 1, 1, 1, 0, pixels, 0);
        }

        if (shape.IsDepthwise && IsReadInPlace && FitsSets(shape.Channels))
        {
            PixelSize = shape.Channels;
            _segments = 1;
            SegmentPixels = Width.Output;
            _rowBlocks = Parts(Height.Output, Math.Max(1, MostWritten / (Width.Output * shape.Channels)));
            BandRows = Parts(Height.Output, _rowBlocks);
            return;
        }

        IsCopied = shape.IsDepthwise || Width.PaddingBefore > 0 || PaddingBehind > 0;
        long rowSize = (long)PaddedPixels(Width.Output) * PixelSize * Depth.Kernel;
        long rows = (((mostValues / rowSize) - Height.Span) / Height.Stride) + 1;
        _rowBlocks = Parts(Height.Output, (int)Math.Max(1, Math.Min(rows, Height.Output)));
        BandRows = Parts(Height.Output, _rowBlocks);
        long pixelSize = (long)PixelSize * Depth.Kernel * Height.Span * Width.Stride;
        int segment = rows > 0 ? Width.Output : (int)Math.Min(Width.Output, Math.Max(FewestPixels, mostValues / pixelSize));
        _segments = Parts(Width.Output, segment);
        SegmentPixels = Parts(Width.Output, _segments);
        _planeRows = Math.Min(Height.Input, ((BandRows - 1) * Height.Stride) + Height.Span);
    }

    public SpatialAxis Depth { get; }

    public SpatialAxis Height { get; }

    public SpatialAxis Width { get; }

    /// <summary>Gets the number of values of a pixel of what is read.</summary>
    public int PixelSize { get; }

    /// <summary>Gets the most rows of a band.</summary>
    public int BandRows { get; }

    /// <summary>Gets the most pixels of a band's row.</summary>
    public int SegmentPixels { get; }

    /// <summary>Gets whether bands read a copy.</summary>
    public bool IsCopied { get; }

    /// <summary>Gets how many pixels of padding the last window of a row reads.</summary>
    public int PaddingBehind => Math.Max(0, Width.Start(Width.Output - 1) + Width.Span - Width.Input);

    public int Bands => Depth.Output * _rowBlocks * _segments;

    // Of depthwise convolutions with kernels that have tiles of their own, which leave out padding.
    private bool IsReadInPlace => (Width.Kernel, Width.Stride) is (3, 1) or (5, 1) or (3, 2)
        && Width.Dilation == 1 && Width.Output >= FewestInPlace && Width.PaddingBefore <= Width.Kernel / 2 && PaddingBehind <= Width.Kernel / 2;

    /// <summary>Whether a line of channels of the rows that a kernel reads stays in the first cache. Pixels at distances of large powers of two fall into few of
    /// its sets, and are read from the second cache again and again.</summary>
    private bool FitsSets(int channels)
    {
        int pitch = Math.Max(1, channels / LineLength), sets = CacheSets;
        while (pitch % 2 == 0 && sets > 1)
        {
            (pitch, sets) = (pitch / 2, sets / 2);
        }

        // With more sets, lines that are read again come early enough.
        return sets > FewSets || (long)Height.Span * Width.Input <= sets * CacheWays;
    }

    /// <summary>Gets the distance of two rows of what is read.</summary>
    public nint RowPitch => (nint)PixelSize * (IsCopied ? PaddedPixels(SegmentPixels) : Width.Input);

    /// <summary>Gets the distance of two planes of what is read.</summary>
    public nint PlanePitch => RowPitch * (IsCopied ? _planeRows : Height.Input);

    /// <summary>Gets the number of values of a copy; 0 if there is none.</summary>
    public int CopySize => IsCopied ? checked((int)(PlanePitch * Depth.Kernel)) : 0;

    public RowBand Band(int index)
    {
        int segment = index % _segments, block = index / _segments % _rowBlocks;
        int row = block * BandRows, pixel = segment * SegmentPixels;
        return new RowBand(
            index / _segments / _rowBlocks,
            Math.Min(row, Height.Output),
            Math.Max(0, Math.Min(BandRows, Height.Output - row)),
            Math.Min(pixel, Width.Output),
            Math.Max(0, Math.Min(SegmentPixels, Width.Output - pixel)));
    }

    /// <summary>Copies what a band reads, with zeros beside it.</summary>
    /// <param name="band">the band.</param>
    /// <param name="input">the first value to copy of the sample's first pixel.</param>
    /// <param name="inputPixel">the distance of two pixels.</param>
    /// <param name="values">how many values of each pixel to copy.</param>
    /// <param name="copy">receives the rows of each plane that a tap reads.</param>
    public void Copy(in RowBand band, float* input, int inputPixel, int values, float* copy)
    {
        int firstRow = FirstInputRow(band), firstPlane = Depth.FirstTap(band.Plane);
        int endRow = Math.Min(Height.Input, Height.Start(band.FirstRow + band.Rows - 1) + Height.Span);
        int start = Width.Start(band.FirstPixel), length = PaddedPixels(band.Pixels);
        int before = Math.Min(length, Math.Max(0, -start));
        int end = Math.Max(before, Math.Min(length, Width.Input - start));
        for (int tap = firstPlane; tap < Depth.EndTap(band.Plane); tap++)
        {
            nint plane = Depth.Start(band.Plane) + (tap * Depth.Dilation);
            for (int row = firstRow; row < endRow; row++)
            {
                float* target = copy + ((tap - firstPlane) * PlanePitch) + ((row - firstRow) * RowPitch);
                float* source = input + ((((((plane * Height.Input) + row) * Width.Input) + start + before) * inputPixel));
                new Span<float>(target, before * PixelSize).Clear();
                PixelCopy.Copy(source, inputPixel, end - before, values, target + (before * PixelSize), PixelSize);
                new Span<float>(target + (end * PixelSize), (length - end) * PixelSize).Clear();
            }
        }
    }

    /// <summary>Where the first tap of a band's first pixel reads, behind the sample's first value or that of the copy; negative in
    /// the padding.</summary>
    public nint Origin(in RowBand band) => IsCopied
        ? (Height.Start(band.FirstRow) - FirstInputRow(band)) * RowPitch
        : (Depth.Start(band.Plane) * PlanePitch) + (Height.Start(band.FirstRow) * RowPitch) + (Width.Start(band.FirstPixel) * (nint)PixelSize);

    private int FirstInputRow(in RowBand band) => Math.Max(0, Height.Start(band.FirstRow));

    private int PaddedPixels(int outputs) => ((outputs - 1) * Width.Stride) + Width.Span;

    private static int Parts(int whole, int size) => (whole + size - 1) / size;
}
