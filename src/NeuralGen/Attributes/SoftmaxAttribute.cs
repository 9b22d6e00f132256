namespace NeuralGen;

/// <summary>Declares e^x / Σ e^x along an axis.</summary>
public sealed class SoftmaxAttribute : LayerAttribute
{
    /// <summary>Gets or sets the axis, counted from 0 without the batch, negative ones from the end; the last when left out.</summary>
    public int Axis { get; set; } = -1;
}
