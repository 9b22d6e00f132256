namespace NeuralGen.Import.Graphs;

/// <summary>Texts of which a network computes the places only.</summary>
/// <param name="Place">Which text it is.</param>
/// <param name="Texts">The texts.</param>
internal sealed record TextLabel(Value Place, IReadOnlyList<string> Texts);
