namespace NeuralGen;

/// <summary>Declares a layer that applies an activation function to the values of the layer before.</summary>
/// <remarks>Read by the compiler in the order of the attributes; at run time nothing depends on it.</remarks>
/// <param name="activation">the function.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute(Activation activation) : Attribute
{
    /// <summary>Gets the function.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Gets or sets the α of the function; the function's own default when left out.</summary>
    public double Alpha { get; set; }

    /// <summary>Gets or sets the slopes of <see cref="NeuralGen.Activation.Prelu"/>, one per value.</summary>
    public double[]? Slopes { get; set; }

    /// <summary>Gets or sets the name of the layer in the emitted code and in diagnostics.</summary>
    public string? Name { get; set; }
}
