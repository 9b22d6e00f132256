namespace NeuralGen.Tool.OnnxRuntime;

/// <summary>A tensor that goes into ONNX Runtime or comes out of it.</summary>
/// <param name="Name">The model's own name.</param>
/// <param name="Values">The values, in an array of the type of the elements.</param>
/// <param name="Shape">Its whole shape.</param>
internal sealed record OnnxTensor(string Name, Array Values, long[] Shape);
