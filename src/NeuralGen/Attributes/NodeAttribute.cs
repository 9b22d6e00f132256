namespace NeuralGen;

/// <summary>Declares one node of a network: activation(bias + Σⱼ weightⱼ·inputⱼ), where the inputs are all nodes of
/// the layer before.</summary>
/// <remarks>The activations are <see cref="NeuralNetworkAttribute.HiddenActivation"/> and
/// <see cref="NeuralNetworkAttribute.OutputActivation"/>. Read by the compiler; at run time nothing depends on
/// it.</remarks>
/// <param name="name">the place of the node: <c>node_⟨layer⟩_⟨index⟩</c>, or <c>node_⟨index⟩</c> when there is one
/// hidden layer, and <c>output</c> or <c>output_⟨index⟩</c>. Both numbers count from 0 without gaps.</param>
/// <param name="weights">a weight for each node of the layer before, or for each input.</param>
// The one constructor takes an array, which is not compliant in an attribute.
[CLSCompliant(false)]
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class NodeAttribute(string name, params double[] weights) : Attribute
{
    /// <summary>Gets the name, which tells the place of the node.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the weights, one for each node of the layer before, or for each input.</summary>
    public double[] Weights { get; } = weights;

    /// <summary>Gets or sets the bias of the node; 0 when left out.</summary>
    public double Bias { get; set; }
}
