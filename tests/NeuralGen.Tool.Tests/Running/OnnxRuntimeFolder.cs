namespace NeuralGen.Tool.Tests.Running;

/// <summary>Where the native library of ONNX Runtime lies, which the packages of other tests bring along.</summary>
internal static class OnnxRuntimeFolder
{
    /// <summary>The folder; null where there is none.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("NEURALGEN_ONNXRUNTIME") is { Length: > 0 } named)
        {
            return named;
        }

        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string package = System.IO.Path.Combine(packages, "microsoft.ml.onnxruntime");
        return !Directory.Exists(package) ? null : Directory.GetDirectories(package)
            .Select(version => System.IO.Path.Combine(version, "runtimes", "linux-x64", "native"))
            .FirstOrDefault(folder => OperatingSystem.IsLinux() && File.Exists(System.IO.Path.Combine(folder, "libonnxruntime.so")));
    }
}
