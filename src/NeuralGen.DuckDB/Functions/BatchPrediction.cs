namespace NeuralGen.DuckDB.Functions;

/// <summary>Computes the outputs of rows that lie one behind the other.</summary>
internal delegate void BatchPrediction<T>(ReadOnlySpan<T> inputs, Span<T> outputs);
