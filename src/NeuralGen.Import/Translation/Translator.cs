using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Translation;

/// <summary>Turns a node into layers.</summary>
/// <param name="node">The node.</param>
/// <returns>Its results; those behind the last are nobody's.</returns>
internal delegate IReadOnlyList<Value> Translator(NodeTranslation node);
