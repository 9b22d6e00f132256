namespace NeuralGen.Tool.Predicting;

/// <summary>What became of some rows.</summary>
/// <param name="Text">The rows that are written.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Errors">The rows that could not be predicted, those that are told.</param>
/// <param name="Failed">How many there were.</param>
internal sealed record ChunkResult(RowText Text, int Rows, IReadOnlyList<RowError> Errors, int Failed);
