namespace NeuralGen;

/// <summary>Declares parts of the values along an axis, which later layers read by their names.</summary>
/// <param name="outputs">the name of each part.</param>
// The one constructor takes an array, which is not compliant in an attribute.
[CLSCompliant(false)]
public sealed class SplitAttribute(params string[] outputs) : LayerAttribute
{
    /// <summary>Gets the name of each part.</summary>
    public string[] Outputs { get; } = outputs;

    /// <summary>Gets or sets the axis, counted from 0 without the batch, negative ones from the end; the first when left out.</summary>
    public int Axis { get; set; }

    /// <summary>Gets or sets the size of each part along the axis; all of one size when left out.</summary>
    public int[]? Sizes { get; set; }

    /// <summary>Gets or sets the number of parts; that of their names when left out.</summary>
    public int Parts { get; set; }
}
