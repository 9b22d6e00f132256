namespace NeuralGen;

/// <summary>Declares an output of a network; the order of the attributes is that of the parameters of <c>Predict</c>. Without one, the
/// output is what the last layer computes.</summary>
/// <remarks>Read by the compiler; at run time nothing depends on it.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>Declares an output.</summary>
    /// <param name="name">its name: that of the parameter, and of the layer that computes it unless <see cref="From"/> names another.</param>
    public OutputAttribute(string name) => Name = name;

    /// <summary>Gets the name of the output.</summary>
    public string Name { get; }

    /// <summary>Gets or sets the layer that computes the output; that of <see cref="Name"/> when left out.</summary>
    public string? From { get; set; }
}
