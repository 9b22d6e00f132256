namespace NeuralGen;

/// <summary>Declares the largest value of each channel of an image, a volume, or a sequence.</summary>
public sealed class GlobalMaxPoolAttribute : LayerAttribute;
