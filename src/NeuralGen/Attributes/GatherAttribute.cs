namespace NeuralGen;

/// <summary>Declares some positions of the values along an axis, in any order and as often as they are listed.</summary>
/// <param name="indices">the positions, counted from 0, negative ones from the end.</param>
// The one constructor takes an array, which is not compliant in an attribute.
[CLSCompliant(false)]
public sealed class GatherAttribute(params int[] indices) : LayerAttribute
{
    /// <summary>Gets the positions.</summary>
    public int[] Indices { get; } = indices;

    /// <summary>Gets or sets the axis, counted from 0 without the batch, negative ones from the end; the first when left out.</summary>
    public int Axis { get; set; }
}
