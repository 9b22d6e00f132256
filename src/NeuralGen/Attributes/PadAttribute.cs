namespace NeuralGen;

/// <summary>Declares the values with others around them, as ONNX's Pad.</summary>
/// <param name="padding">how many before each axis of one sample, then how many behind each, at least 0.</param>
// The one constructor takes an array, which is not compliant in an attribute.
[CLSCompliant(false)]
public sealed class PadAttribute(params int[] padding) : LayerAttribute
{
    /// <summary>Gets how many values stand before each axis, then how many behind each.</summary>
    public int[] Padding { get; } = padding;

    /// <summary>Gets or sets which values they are.</summary>
    public PadMode Mode { get; set; }

    /// <summary>Gets or sets the number of <see cref="PadMode.Constant"/>, finite; 0 when left out.</summary>
    public double Value { get; set; }
}
