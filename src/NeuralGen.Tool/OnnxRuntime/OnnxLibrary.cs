using System.Runtime.InteropServices;

namespace NeuralGen.Tool.OnnxRuntime;

/// <summary>Finds the native library of ONNX Runtime: by the environment variable, then where the system looks for libraries.</summary>
internal static class OnnxLibrary
{
    /// <summary>The variable that names the library's folder, or the library.</summary>
    public const string Variable = "NEURALGEN_ONNXRUNTIME";

    private static readonly Lazy<OnnxFunctions?> Found = new(Load);

    /// <summary>Its functions; null where it was not found.</summary>
    public static OnnxFunctions? Functions => Found.Value;

    private static string FileName => OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    private static OnnxFunctions? Load()
    {
        foreach (string place in Places())
        {
            if (NativeLibrary.TryLoad(place, out nint library) && OnnxFunctions.TryOpen(library) is { } functions)
            {
                return functions;
            }
        }

        return null;
    }

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return Directory.Exists(named) ? Path.Combine(named, FileName) : named;
            yield break;
        }

        yield return FileName;
        yield return FileName + ".1";
        yield return Path.Combine("/usr/local/lib", FileName);
    }
}
