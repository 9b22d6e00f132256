using NeuralGen.Import.Graphs;

namespace NeuralGen.Import;

/// <summary>An input or an output as the model has it.</summary>
/// <param name="Name">The model's own name.</param>
/// <param name="Port">What became of it; null where it left the signature.</param>
/// <param name="Constant">The values of an input that is fixed.</param>
internal sealed record ModelPort(string Name, Port? Port, Literal? Constant);
