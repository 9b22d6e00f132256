namespace NeuralGen.Tool.Tests.Running;

/// <summary>What a test needs beyond the SDK.</summary>
public enum Need
{
    /// <summary>Chromium.</summary>
    Browser,

    /// <summary>The native library of ONNX Runtime.</summary>
    OnnxRuntime,

    /// <summary>A system with signals.</summary>
    Signals,

    /// <summary>A device that is always full.</summary>
    FullDevice,

    /// <summary>The right to mount a small disk.</summary>
    SmallDisk,
}
