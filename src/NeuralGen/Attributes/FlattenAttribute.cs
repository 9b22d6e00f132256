namespace NeuralGen;

/// <summary>Declares all values as one list, in row-major order.</summary>
public sealed class FlattenAttribute : LayerAttribute;
