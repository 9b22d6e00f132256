namespace NeuralGen;

/// <summary>Declares an input of a network that is a tensor of its own; the order of the attributes is that of the parameters of
/// <c>Predict</c>. In their place <see cref="NeuralNetworkAttribute.Inputs"/> or <see cref="NeuralNetworkAttribute.InputShape"/> declare
/// a single input.</summary>
/// <remarks>Layers read the input by its name. Read by the compiler; at run time nothing depends on it.</remarks>
/// <param name="name">its name: that of the parameter, and by which layers read it.</param>
/// <param name="shape">its shape for one sample, without the batch: <c>20</c> for a list, [channels, height, width] for an image.</param>
// The one constructor takes an array, which is not compliant in an attribute.
[CLSCompliant(false)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(string name, params int[] shape) : Attribute
{
    /// <summary>Gets the name of the input.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the shape of one sample.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>Gets or sets what the elements are; numbers of the network's precision when left out.</summary>
    public ElementType Type { get; set; }
}
