namespace NeuralGen;

/// <summary>Declares a dropout layer: while a trainer runs, each value becomes 0 with the probability
/// <see cref="Rate"/>, and the others are divided by 1 - rate; a prediction leaves all values as they are (N.
/// Srivastava et al., 2014).</summary>
/// <remarks>Read by the compiler in the order of the attributes; at run time nothing depends on it.</remarks>
/// <param name="rate">the probability, at least 0 and less than 1.</param>
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>Gets the probability with which a value becomes 0 in training.</summary>
    public double Rate { get; } = rate;
}
