namespace NeuralGen;

/// <summary>Declares the largest value under a window over an image of shape [channels, height, width], channel by channel.</summary>
public sealed class MaxPool2dAttribute : PoolAttribute
{
    /// <summary>Declares a pool whose window is as wide along every axis.</summary>
    /// <param name="kernel">the size of the window, at least 1.</param>
    public MaxPool2dAttribute(int kernel)
        : base(kernel)
    {
    }

    /// <summary>Declares a pool whose window <see cref="PoolAttribute.KernelShape"/> gives.</summary>
    public MaxPool2dAttribute()
    {
    }

    /// <summary>Gets or sets the distance between two values under the window; 1 when left out.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>Gets or sets the distance between two values along each axis.</summary>
    public int[]? Dilations { get; set; }
}
