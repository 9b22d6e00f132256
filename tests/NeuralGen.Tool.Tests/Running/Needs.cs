namespace NeuralGen.Tool.Tests.Running;

/// <summary>Says what of the things that tests need is missing.</summary>
internal static class Needs
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The browser; null where there is none.</summary>
    public static string? Browser { get; } = Array.Find(Browsers, File.Exists);

    /// <summary>Why a test is skipped; null where it runs.</summary>
    public static string? Missing(Need need) => need switch
    {
        Need.Browser when Browser is null => "needs Chromium",
        Need.OnnxRuntime when OnnxRuntimeFolder.Path is null => "needs the native library of ONNX Runtime, in a package or named by NEURALGEN_ONNXRUNTIME",
        Need.Signals when OperatingSystem.IsWindows() => "needs a system with signals",
        Need.SmallDisk when !SmallDisk.IsPermitted => "needs the right to mount a small disk",
        Need.FullDevice when !File.Exists("/dev/full") => "needs /dev/full",
        _ => null,
    };
}
