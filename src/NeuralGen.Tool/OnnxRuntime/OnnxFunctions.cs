using System.Runtime.InteropServices;

namespace NeuralGen.Tool.OnnxRuntime;

/// <summary>The table of C functions; positions are those of <c>OrtApi</c> in onnxruntime_c_api.h, which never change.</summary>
internal sealed unsafe class OnnxFunctions
{
    public const int CreateEnvironment = 3;
    public const int CreateSession = 7;
    public const int Run = 9;
    public const int CreateSessionOptions = 10;
    public const int SetIntraOpThreads = 24;
    public const int GetInputCount = 30;
    public const int GetOutputCount = 31;
    public const int GetInputType = 33;
    public const int GetInputName = 36;
    public const int GetOutputName = 37;
    public const int IsTensor = 50;
    public const int CreateTensorWithData = 49;
    public const int GetTensorData = 51;
    public const int CastToTensorInfo = 55;
    public const int GetElementType = 60;
    public const int GetDimensionCount = 61;
    public const int GetDimensions = 62;
    public const int GetElementCount = 64;
    public const int GetTypeAndShape = 65;
    public const int CreateCpuMemoryInfo = 69;
    public const int GetDefaultAllocator = 78;
    public const int ReleaseEnvironment = 92;
    public const int ReleaseMemoryInfo = 94;
    public const int ReleaseSession = 95;
    public const int ReleaseValue = 96;
    public const int ReleaseTypeInfo = 98;
    public const int ReleaseShape = 99;
    public const int ReleaseSessionOptions = 100;

    private const int GetErrorMessage = 2;
    private const int ReleaseStatus = 93;

    // A library serves its own version of the table and all before; what is called here is older than this one.
    private const uint Version = 14;

    private readonly nint* _table;

    private OnnxFunctions(nint* table, string version)
    {
        _table = table;
        LibraryVersion = version;
    }

    /// <summary>The version of the library.</summary>
    public string LibraryVersion { get; }

    /// <summary>The address of a function.</summary>
    public nint this[int function] => _table[function];

    /// <summary>The table of a library; null where it has none of our version.</summary>
    public static OnnxFunctions? TryOpen(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint entry))
        {
            return null;
        }

        nint* start = (nint*)((delegate* unmanaged<nint>)entry)();
        nint* table = (nint*)((delegate* unmanaged<uint, nint>)start[0])(Version);
        return table == null ? null : new OnnxFunctions(table, Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)start[1])()) ?? "");
    }

    /// <summary>Throws what a function reports.</summary>
    /// <exception cref="OnnxException">It reports something.</exception>
    public void Check(nint status)
    {
        if (status != 0)
        {
            nint message = ((delegate* unmanaged<nint, nint>)_table[GetErrorMessage])(status);
            string text = Marshal.PtrToStringUTF8(message) ?? "";
            Release(ReleaseStatus, status);
            throw new OnnxException(text.ReplaceLineEndings(" "));
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
