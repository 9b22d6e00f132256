namespace NeuralGen;

/// <summary>Declares the mean of the values under a window over a sequence of shape [channels, length], channel by channel.</summary>
public sealed class AveragePool1dAttribute : PoolAttribute
{
    /// <summary>Declares a pool whose window is as wide along every axis.</summary>
    /// <param name="kernel">the size of the window, at least 1.</param>
    public AveragePool1dAttribute(int kernel)
        : base(kernel)
    {
    }

    /// <summary>Declares a pool whose window <see cref="PoolAttribute.KernelShape"/> gives.</summary>
    public AveragePool1dAttribute()
    {
    }

    /// <summary>Gets or sets a value indicating whether padding counts as zeros. The default is <see langword="true"/>.</summary>
    public bool CountIncludePad { get; set; } = true;
}
