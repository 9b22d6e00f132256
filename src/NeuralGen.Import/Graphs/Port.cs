namespace NeuralGen.Import.Graphs;

/// <summary>An input or an output of the network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape without the batch.</param>
/// <param name="Kind">What its elements are.</param>
/// <param name="Layer">Of an output the layer.</param>
internal sealed record Port(string Name, int[] Shape, ElementKind Kind, string Layer);
