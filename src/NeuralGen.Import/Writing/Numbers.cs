using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Writing;

/// <summary>Numbers of a layer that may be written into the file of weights.</summary>
/// <param name="Name">The model's name of them.</param>
/// <param name="Values">The values.</param>
internal sealed record Numbers(string Name, Literal Values);
