namespace NeuralGen;

/// <summary>Declares a layer that brings each value to a common scale: outputᵢ = (inputᵢ - meanᵢ)/scaleᵢ.</summary>
/// <remarks>The numbers are known at build time and are not parameters of the network. In a trainable network they
/// may be left out, and are then filled from the training data. Read by the compiler in the order of the attributes;
/// at run time nothing depends on it.</remarks>
public sealed class NormalizationAttribute : LayerAttribute
{
    /// <summary>Gets or sets what is subtracted, one value per input of the layer, in units of that input.</summary>
    public double[]? Mean { get; set; }

    /// <summary>Gets or sets what is divided by, one value other than 0 per input of the layer, in units of that
    /// input; usually the standard deviation.</summary>
    public double[]? Scale { get; set; }
}
