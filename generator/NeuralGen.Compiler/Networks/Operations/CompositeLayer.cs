using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>A layer that several operations make up.</summary>
/// <param name="Type">Its type in declarations.</param>
/// <param name="Sources">The tensors that it reads.</param>
internal sealed record CompositeLayer(string Type, EquatableArray<int> Sources);
