namespace NeuralGen.Tool.Measuring;

/// <summary>What a model costs.</summary>
/// <param name="Nanoseconds">A prediction of one sample.</param>
/// <param name="RowsPerSecond">Rows a second in batches, on one thread.</param>
/// <param name="BytesPerCall">Bytes that a call allocates.</param>
/// <param name="FirstCall">The first call with all that it prepares, in microseconds.</param>
/// <param name="Interpreter">A prediction by the interpreter, in nanoseconds; null where that would take too long.</param>
/// <param name="PlainLoops">A prediction by plain loops; null where there are none for the network.</param>
/// <param name="OnnxRuntime">A prediction by ONNX Runtime on one thread; null where it was not found, or does not compute the model.</param>
/// <param name="OnnxVersion">The version of that.</param>
internal sealed record Measurement(
    double Nanoseconds, double RowsPerSecond, double BytesPerCall, double FirstCall, double? Interpreter, double? PlainLoops, double? OnnxRuntime, string OnnxVersion);
