namespace NeuralGen;

/// <summary>Declares the values with their axes in another order, as PyTorch's permute.</summary>
/// <param name="axes">for each axis of the output that of the input, counted from 0 without the batch, negative ones from the end.</param>
// The one constructor takes an array, which is not compliant in an attribute.
[CLSCompliant(false)]
public sealed class TransposeAttribute(params int[] axes) : LayerAttribute
{
    /// <summary>Gets for each axis of the output that of the input.</summary>
    public int[] Axes { get; } = axes;
}
