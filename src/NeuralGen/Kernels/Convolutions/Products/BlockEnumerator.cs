namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>Goes through the output by samples, groups, and blocks of pixels.</summary>
internal struct BlockEnumerator
{
    private readonly int _samples;
    private readonly int _groups;
    private readonly int _pixels;
    private readonly int _most;

    public BlockEnumerator(in ConvolutionShape shape, int most)
    {
        _samples = shape.Samples;
        _groups = shape.Groups;
        _pixels = shape.Window.OutputPixels;
        _most = most;
    }

    public int Sample { get; private set; }

    public int Group { get; private set; }

    /// <summary>Gets the first pixel of the block.</summary>
    public int First { get; private set; }

    /// <summary>Gets the number of its pixels.</summary>
    public int Count { get; private set; }

    public bool MoveNext()
    {
        First += Count;
        if (First == _pixels)
        {
            First = 0;
            Group++;
        }

        if (Group == _groups)
        {
            Group = 0;
            Sample++;
        }

        Count = Math.Min(_most, _pixels - First);
        return Sample < _samples;
    }
}
