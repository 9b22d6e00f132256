namespace NeuralGen.Tool.OnnxRuntime;

/// <summary>ONNX Runtime reports an error.</summary>
/// <param name="message">Its words.</param>
internal sealed class OnnxException(string message) : Exception(message);
