namespace NeuralGen.Compiler.Declarations;

/// <summary>Numbers that are a tensor of the network's file of weights.</summary>
/// <param name="Name">The tensor's name.</param>
internal sealed record DeclaredTensorName(string Name) : DeclaredValue;
