namespace NeuralGen;

/// <summary>The parameter of an activation function in both precisions: converted here, once, since a conversion in a
/// loop would make every pass wait for the one before.</summary>
/// <param name="value">the parameter.</param>
internal readonly partial struct Alpha(double value)
{
    /// <summary>Gets the parameter in double precision.</summary>
    public double Double { get; } = value;

    /// <summary>Gets the parameter in single precision.</summary>
    public float Single { get; } = (float)value;
}
