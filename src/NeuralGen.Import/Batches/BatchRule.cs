using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Batches;

/// <summary>Says where the samples of a batch lie in a result of a node; null where it depends on none.</summary>
/// <param name="node">The node.</param>
/// <param name="result">The result.</param>
/// <param name="index">Which result.</param>
internal delegate SampleAxis? BatchRule(NodeTranslation node, Value result, int index);
