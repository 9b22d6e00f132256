using System.Runtime.InteropServices;

namespace NeuralGen.Benchmarks.OnnxRuntime;

/// <summary>The table of C functions of ONNX Runtime; positions are those of <c>OrtApi</c> in onnxruntime_c_api.h, which
/// never change.</summary>
internal sealed unsafe class OnnxFunctions
{
    public const int CreateEnvironment = 3;
    public const int CreateSessionFromArray = 8;
    public const int CreateSessionOptions = 10;
    public const int SetGraphOptimizationLevel = 23;
    public const int SetIntraOpThreads = 24;
    public const int SetInterOpThreads = 25;
    public const int CreateRunOptions = 39;
    public const int CreateTensorWithData = 49;
    public const int CreateCpuMemoryInfo = 69;
    public const int ReleaseEnvironment = 92;
    public const int ReleaseMemoryInfo = 94;
    public const int ReleaseSession = 95;
    public const int ReleaseValue = 96;
    public const int ReleaseRunOptions = 97;
    public const int ReleaseSessionOptions = 100;
    public const int RunWithBinding = 133;
    public const int CreateBinding = 134;
    public const int ReleaseBinding = 135;
    public const int BindInput = 136;
    public const int BindOutput = 137;

    private const int GetErrorMessage = 2;
    private const int ReleaseStatus = 93;

    // A library serves its own version of the table and all before; what is called here is older than this one.
    private const uint Version = 14;

    private readonly nint* _table;

    public OnnxFunctions(nint library)
    {
        nint* start = (nint*)((delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        _table = (nint*)((delegate* unmanaged<uint, nint>)start[0])(Version);
        if (_table == null)
        {
            throw new InvalidOperationException($"ONNX Runtime is older than 1.{Version}.");
        }

        LibraryVersion = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)start[1])()) ?? "";
    }

    /// <summary>Gets the version of the library.</summary>
    public string LibraryVersion { get; }

    /// <summary>Gets the address of a function.</summary>
    public nint this[int function] => _table[function];

    /// <summary>Throws what a function reports.</summary>
    public void Check(nint status)
    {
        if (status != 0)
        {
            nint message = ((delegate* unmanaged<nint, nint>)_table[GetErrorMessage])(status);
            string text = Marshal.PtrToStringUTF8(message) ?? "";
            Release(ReleaseStatus, status);
            throw new InvalidOperationException($"ONNX Runtime: {text}");
        }
    }

    /// <summary>Releases an object by the function of its kind.</summary>
    public void Release(int function, nint value)
    {
        if (value != 0)
        {
            ((delegate* unmanaged<nint, void>)_table[function])(value);
        }
    }
}
