namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>What stands between the values of planes that are brought to another size.</summary>
internal enum ResizeMode
{
    /// <summary>The value at the position, rounded down.</summary>
    Nearest,

    /// <summary>The value nearest to the middle of the position.</summary>
    NearestExact,

    /// <summary>The line between two neighbours, along each axis.</summary>
    Linear,

    /// <summary>The cubic curve through four neighbours, along each axis.</summary>
    Cubic,
}
