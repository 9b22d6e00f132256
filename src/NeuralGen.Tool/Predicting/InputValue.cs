namespace NeuralGen.Tool.Predicting;

/// <summary>A value that a network reads from a row.</summary>
/// <param name="Port">The number of the input.</param>
/// <param name="Element">The place in it.</param>
/// <param name="Type">The type of the input's elements.</param>
/// <param name="Name">Its name; empty where it has none.</param>
internal sealed record InputValue(int Port, int Element, Element Type, string Name);
