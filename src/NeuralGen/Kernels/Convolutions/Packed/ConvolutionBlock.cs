namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>What a tile computes: some units of a convolution for pixels of one row.</summary>
internal unsafe struct ConvolutionBlock
{
    /// <summary>What each pixel multiplies.</summary>
    public TapRun* Runs;

    /// <summary>The number of runs; none where a row reads nothing but padding.</summary>
    public int RunCount;

    /// <summary>For each of a unit's weights, those of the block's units.</summary>
    public float* Weights;

    /// <summary>What the sums begin with.</summary>
    public float* Bias;

    /// <summary>The distance of what two neighbouring pixels of the output read.</summary>
    public nint InputStep;

    /// <summary>The distance of two neighbouring pixels of the output.</summary>
    public nint OutputStep;

    /// <summary>The distance of what two neighbouring taps of a row read.</summary>
    public nint TapStep;

    /// <summary>The width of a depthwise kernel; 0 if neighbouring taps do not read neighbouring pixels.</summary>
    public int KernelWidth;

    /// <summary>How many pixels of the input lie between those that neighbouring pixels of a depthwise output read.</summary>
    public int Stride;

    /// <summary>Where the second vector of units begins behind the first; less than a vector if they overlap.</summary>
    public int SecondUnit;

    /// <summary>Whether negative results become 0.</summary>
    public bool IsRelu;
}
