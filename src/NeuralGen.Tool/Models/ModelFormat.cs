namespace NeuralGen.Tool.Models;

/// <summary>The format of a model's file.</summary>
internal enum ModelFormat
{
    /// <summary>A <c>.nn.json</c> file.</summary>
    Json = 0,

    /// <summary>An ONNX model.</summary>
    Onnx,

    /// <summary>A <c>.nnet</c> file.</summary>
    Nnet,

    /// <summary>The JSON of RTNeural.</summary>
    RtNeural,
}
