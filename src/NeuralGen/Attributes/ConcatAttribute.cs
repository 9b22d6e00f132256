namespace NeuralGen;

/// <summary>Declares two or more tensors, which <see cref="LayerAttribute.Inputs"/> names, one behind the other along an axis.</summary>
public sealed class ConcatAttribute : LayerAttribute
{
    /// <summary>Gets or sets the axis, counted from 0 without the batch, negative ones from the end; the first when left out.</summary>
    public int Axis { get; set; }
}
