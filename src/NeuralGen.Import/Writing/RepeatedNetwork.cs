using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Writing;

/// <summary>A network within a layer, as it is written.</summary>
/// <param name="Inputs">What goes in.</param>
/// <param name="Layers">The layers that its outputs need.</param>
/// <param name="Outputs">What comes out.</param>
internal sealed record RepeatedNetwork(IReadOnlyList<Port> Inputs, IReadOnlyList<Layer> Layers, IReadOnlyList<Port> Outputs);
