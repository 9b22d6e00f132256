namespace NeuralGen;

/// <summary>Declares a layer of a network; the order of the attributes is that of the layers.</summary>
/// <remarks>Read by the compiler; at run time nothing depends on it.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>Begins the declaration of a layer.</summary>
    protected LayerAttribute()
    {
    }

    /// <summary>Gets or sets the name of the layer in the emitted code and in diagnostics.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets what the layer's tensors are called in the file of weights, before the dot; <see cref="Name"/> when left
    /// out.</summary>
    public string? Tensor { get; set; }

    /// <summary>Gets or sets the names of the layers that the layer reads; the one before it when left out.</summary>
    public string[]? Inputs { get; set; }
}
