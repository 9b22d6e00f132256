namespace NeuralGen.Tool.Predicting;

/// <summary>A column that a network writes.</summary>
/// <param name="Port">The number of the output.</param>
/// <param name="Element">The place in it.</param>
/// <param name="Type">The type of the output's elements.</param>
/// <param name="Name">The column's name.</param>
internal sealed record OutputValue(int Port, int Element, Element Type, string Name)
{
    /// <summary>Whether it is what is left of 1: the probability of the first of two labels where the output is that of the second.</summary>
    public bool IsComplement { get; init; }
}
