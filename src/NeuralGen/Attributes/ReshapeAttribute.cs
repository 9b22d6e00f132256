namespace NeuralGen;

/// <summary>Declares the same values, in the same order, with other axes.</summary>
/// <param name="shape">the sizes along the axes of one sample; one may be -1 and follows from the others.</param>
// The one constructor takes an array, which is not compliant in an attribute.
[CLSCompliant(false)]
public sealed class ReshapeAttribute(params int[] shape) : LayerAttribute
{
    /// <summary>Gets the sizes along the axes of one sample.</summary>
    public int[] Shape { get; } = shape;
}
