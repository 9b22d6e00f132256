namespace NeuralGen;

/// <summary>The number type a network computes with.</summary>
public enum Precision
{
    /// <summary><see cref="float"/>: 32 bits, about 7 decimal digits. Vector code may add in another order than
    /// the declaration's.</summary>
    Single = 0,

    /// <summary><see cref="double"/>: 64 bits, about 16 decimal digits. Scalar code adds in the order of the
    /// inputs.</summary>
    Double,
}
