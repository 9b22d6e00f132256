namespace NeuralGen;

/// <summary>Declares the sum of two or more tensors of one shape, which <see cref="LayerAttribute.Inputs"/> names: a residual connection.</summary>
public sealed class AddAttribute : LayerAttribute;
