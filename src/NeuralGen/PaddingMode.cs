namespace NeuralGen;

/// <summary>How much is put around the input of a convolution or a pool.</summary>
public enum PaddingMode
{
    /// <summary>What the numbers say; nothing when there are none.</summary>
    Explicit,

    /// <summary>So much that there is an output for each stride of the input; an odd value goes behind it.</summary>
    Same,

    /// <summary>All before the input, so that no output sees what comes later; for sequences.</summary>
    Causal,

    /// <summary>Nothing.</summary>
    Valid,
}
