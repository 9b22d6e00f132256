namespace NeuralGen;

/// <summary>Declares the mean of each channel of an image, a volume, or a sequence.</summary>
public sealed class GlobalAveragePoolAttribute : LayerAttribute;
