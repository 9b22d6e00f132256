namespace NeuralGen;

/// <summary>Declares a pool: one value for each position of a window, channel by channel.</summary>
public abstract class PoolAttribute : LayerAttribute
{
    /// <summary>Begins the declaration of a layer.</summary>
    protected PoolAttribute()
    {
    }

    /// <summary>Begins the declaration of a layer.</summary>
    /// <param name="kernel">the size of the window along every axis, at least 1.</param>
    protected PoolAttribute(int kernel) => Kernel = kernel;

    /// <summary>Gets the size of the window along every axis.</summary>
    public int Kernel { get; }

    /// <summary>Gets or sets the size of the window along each axis.</summary>
    public int[]? KernelShape { get; set; }

    /// <summary>Gets or sets the distance between two positions of the window, in values; the size of the window when left out.</summary>
    public int Stride { get; set; }

    /// <summary>Gets or sets the distance between two positions along each axis.</summary>
    public int[]? Strides { get; set; }

    /// <summary>Gets or sets how far the window reaches out of the input on every side; not at all when left out.</summary>
    public int Padding { get; set; }

    /// <summary>Gets or sets how far along each axis, or how far before and then how far behind the input along each axis.</summary>
    public int[]? Paddings { get; set; }

    /// <summary>Gets or sets how far the window reaches out where that follows from the sizes.</summary>
    public PaddingMode PaddingMode { get; set; }

    /// <summary>Gets or sets a value indicating whether a last position that reaches out of the input counts too. The default is
    /// <see langword="false"/>.</summary>
    public bool CeilMode { get; set; }
}
