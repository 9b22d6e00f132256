using System.Runtime.InteropServices;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.OnnxRuntime;

/// <summary>Finds the native library: by the environment variable NEURALGEN_ONNXRUNTIME, in Peers/onnxruntime beside or
/// above the program, and where the system looks for libraries.</summary>
internal static class OnnxLibrary
{
    private const string Variable = "NEURALGEN_ONNXRUNTIME";

    private static readonly Lazy<OnnxFunctions?> Found = new(Load);

    /// <summary>Gets the functions of the library, or <see langword="null"/> when it is not installed.</summary>
    public static OnnxFunctions? Functions => Found.Value;

    /// <summary>Gets a sentence about what was found.</summary>
    public static string Remark => Functions is { } functions
        ? $"ONNX Runtime {functions.LibraryVersion}, C API, one thread, bound input and output."
        : $"ONNX Runtime is left out: no library by {Variable}, in Peers/onnxruntime or among the system's (see Peers/fetch_onnxruntime.sh).";

    private static OnnxFunctions? Load()
    {
        foreach (string place in Places())
        {
            if (NativeLibrary.TryLoad(place, out nint library))
            {
                return new(library);
            }
        }

        return null;
    }

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return Directory.Exists(named) ? Path.Combine(named, "libonnxruntime.so") : named;
        }

        foreach (string folder in PeerFolders.Places("onnxruntime"))
        {
            yield return Path.Combine(folder, "libonnxruntime.so");
        }

        yield return "libonnxruntime.so";
        yield return "libonnxruntime.so.1";
        yield return "/usr/local/lib/libonnxruntime.so";
    }
}
