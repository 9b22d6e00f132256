namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>What a tile computes: some units of a layer from some of its inputs, for any rows.</summary>
internal unsafe struct StripBlock
{
    /// <summary>The number of inputs of the layer, which is the distance of two rows of them.</summary>
    public int InputSize;

    /// <summary>The number of units of the layer, which is the distance of two rows of outputs.</summary>
    public int Units;

    /// <summary>For each input of the block, the weights of the strip's units.</summary>
    public float* Weights;

    /// <summary>What the sums of the strip's units begin with: the bias, or zeros where the outputs hold sums.</summary>
    public float* Bias;

    /// <summary>The number of inputs of the block.</summary>
    public int Depth;

    /// <summary>The number of inputs after which new sums begin, since long chains of additions lose digits.</summary>
    public int ChainLength;

    /// <summary>Where the strip's second vector of units begins behind the first; less than a vector if they overlap.</summary>
    public int SecondUnit;

    /// <summary>Whether the outputs hold sums over inputs before these, to which those of the block are added.</summary>
    public bool HasSums;

    /// <summary>Whether negative results become 0.</summary>
    public bool IsRelu;
}
