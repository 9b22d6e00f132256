namespace NeuralGen.Benchmarks.Rows;

/// <summary>The ways to score many rows.</summary>
internal enum RowContender
{
    /// <summary>DuckDB reads the file and adds up its columns: what any way over the file pays.</summary>
    Reading,

    /// <summary>A function of SQL over the file.</summary>
    Sql,

    /// <summary>A program that reads row by row from DuckDB and calls <c>PredictBatch</c>.</summary>
    Reader,

    /// <summary><c>PredictBatch</c> over arrays in memory, on all cores; nothing is read.</summary>
    Arrays,

    /// <summary>ONNX Runtime over the same arrays, on all cores; nothing is read.</summary>
    OnnxRuntime,
}
