namespace NeuralGen;

/// <summary>The shape of the code that is emitted for a network. The numbers it computes are the same within the
/// rounding of the <see cref="Precision"/>.</summary>
public enum Emission
{
    /// <summary>The shape is chosen by the network's size and by what the target framework offers.</summary>
    Auto = 0,

    /// <summary>Scalar statements, one per node, without loops: easy to step through, largest in code.</summary>
    Unrolled,

    /// <summary>Vector instructions over constant data where the target framework has them.</summary>
    Vectorized,
}
