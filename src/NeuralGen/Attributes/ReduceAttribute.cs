namespace NeuralGen;

/// <summary>Declares one value made of those along some axes.</summary>
/// <remarks>The derivative of the largest, or smallest, value is divided among those that are equal, as with PyTorch's <c>amax</c>.</remarks>
/// <param name="operation">what is made of them.</param>
public sealed class ReduceAttribute(Reduction operation) : LayerAttribute
{
    /// <summary>Gets what is made of the values.</summary>
    public Reduction Operation { get; } = operation;

    /// <summary>Gets or sets the axes, counted from 0 without the batch, negative ones from the end; all when left out.</summary>
    public int[]? Axes { get; set; }

    /// <summary>Gets or sets a value indicating whether the axes stay, with size 1.</summary>
    public bool KeepDimensions { get; set; }
}
