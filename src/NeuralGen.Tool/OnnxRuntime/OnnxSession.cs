using System.Runtime.InteropServices;
using System.Text;

namespace NeuralGen.Tool.OnnxRuntime;

/// <summary>A model in ONNX Runtime, on one thread.</summary>
internal sealed unsafe class OnnxSession : IDisposable
{
    private const int Errors = 3;

    private readonly OnnxFunctions _functions;
    private readonly Stack<(int Function, nint Value)> _owned = [];
    private readonly nint _session;
    private readonly nint _memory;

    /// <summary>Opens a model.</summary>
    /// <exception cref="OnnxException">It cannot be opened.</exception>
    public OnnxSession(OnnxFunctions functions, string path)
    {
        _functions = functions;
        nint value;
        fixed (byte* name = "neuralgen\0"u8)
        {
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)functions[OnnxFunctions.CreateEnvironment])(Errors, name, &value));
        }

        nint environment = Own(OnnxFunctions.ReleaseEnvironment, value);
        Check(((delegate* unmanaged<nint*, nint>)functions[OnnxFunctions.CreateSessionOptions])(&value));
        nint options = Own(OnnxFunctions.ReleaseSessionOptions, value);
        Check(((delegate* unmanaged<nint, int, nint>)functions[OnnxFunctions.SetIntraOpThreads])(options, 1));

        // Paths are wide on Windows alone.
        byte[] file = [.. OperatingSystem.IsWindows() ? Encoding.Unicode.GetBytes(Path.GetFullPath(path)) : Encoding.UTF8.GetBytes(Path.GetFullPath(path)), 0, 0];
        fixed (byte* bytes = file)
        {
            Check(((delegate* unmanaged<nint, byte*, nint, nint*, nint>)functions[OnnxFunctions.CreateSession])(environment, bytes, options, &value));
        }

        _session = Own(OnnxFunctions.ReleaseSession, value);
        Check(((delegate* unmanaged<int, int, nint*, nint>)functions[OnnxFunctions.CreateCpuMemoryInfo])(0, 0, &value));
        _memory = Own(OnnxFunctions.ReleaseMemoryInfo, value);
        Inputs = [.. Enumerable.Range(0, Count(OnnxFunctions.GetInputCount)).Select(Input)];
        OutputNames = [.. Enumerable.Range(0, Count(OnnxFunctions.GetOutputCount)).Select(i => Name(OnnxFunctions.GetOutputName, i))];
    }

    /// <summary>The inputs: names, numbers of their types, and shapes, of which open sizes are not positive.</summary>
    public IReadOnlyList<(string Name, int Type, long[] Shape)> Inputs { get; }

    /// <summary>The names of the outputs.</summary>
    public IReadOnlyList<string> OutputNames { get; }

    /// <summary>Computes all outputs that are tensors of numbers.</summary>
    /// <exception cref="OnnxException">It cannot.</exception>
    public IReadOnlyList<OnnxTensor> Run(IReadOnlyList<OnnxTensor> inputs)
    {
        GCHandle[] pins = [.. inputs.Select(input => GCHandle.Alloc(input.Values, GCHandleType.Pinned))];
        nint[] values = new nint[inputs.Count];
        nint[] results = new nint[OutputNames.Count];
        nint[] inputNames = [.. inputs.Select(input => Marshal.StringToCoTaskMemUTF8(input.Name))];
        nint[] outputNames = [.. OutputNames.Select(Marshal.StringToCoTaskMemUTF8)];
        try
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Tensor(inputs[i], pins[i].AddrOfPinnedObject());
            }

            fixed (nint* names = inputNames, passed = values, wanted = outputNames, found = results)
            {
                Check(((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)_functions[OnnxFunctions.Run])(
                    _session, 0, names, passed, (nuint)values.Length, wanted, (nuint)results.Length, found));
            }

            return [.. results.Select((result, i) => Read(OutputNames[i], result)).OfType<OnnxTensor>()];
        }
        finally
        {
            Array.ForEach(values, value => _functions.Release(OnnxFunctions.ReleaseValue, value));
            Array.ForEach(results, value => _functions.Release(OnnxFunctions.ReleaseValue, value));
            Array.ForEach(pins, pin => pin.Free());
            Array.ForEach([.. inputNames, .. outputNames], Marshal.FreeCoTaskMem);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_owned.TryPop(out (int Function, nint Value) owned))
        {
            _functions.Release(owned.Function, owned.Value);
        }
    }

    private nint Tensor(OnnxTensor tensor, nint data)
    {
        nint value;
        int bytes = OnnxElements.BytesOf(tensor.Values);
        fixed (long* shape = tensor.Shape)
        {
            Check(((delegate* unmanaged<nint, nint, nuint, long*, nuint, int, nint*, nint>)_functions[OnnxFunctions.CreateTensorWithData])(
                _memory, data, (nuint)bytes, shape, (nuint)tensor.Shape.Length, OnnxElements.NumberOf(tensor.Values), &value));
        }

        return value;
    }

    private OnnxTensor? Read(string name, nint value)
    {
        int isTensor;
        Check(((delegate* unmanaged<nint, int*, nint>)_functions[OnnxFunctions.IsTensor])(value, &isTensor));
        if (isTensor == 0)
        {
            return null;
        }

        nint shape;
        Check(((delegate* unmanaged<nint, nint*, nint>)_functions[OnnxFunctions.GetTypeAndShape])(value, &shape));
        (int type, long[] sizes) = Shape(shape);
        nuint count;
        Check(((delegate* unmanaged<nint, nuint*, nint>)_functions[OnnxFunctions.GetElementCount])(shape, &count));
        _functions.Release(OnnxFunctions.ReleaseShape, shape);
        if (OnnxElements.Create(type, (int)count) is not { } values)
        {
            return null;
        }

        void* data;
        Check(((delegate* unmanaged<nint, void**, nint>)_functions[OnnxFunctions.GetTensorData])(value, &data));
        int bytes = OnnxElements.BytesOf(values);
        new ReadOnlySpan<byte>(data, bytes).CopyTo(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(values), bytes));
        return new OnnxTensor(name, values, sizes);
    }

    private (string Name, int Type, long[] Shape) Input(int index)
    {
        nint type;
        Check(((delegate* unmanaged<nint, nuint, nint*, nint>)_functions[OnnxFunctions.GetInputType])(_session, (nuint)index, &type));
        nint shape;
        Check(((delegate* unmanaged<nint, nint*, nint>)_functions[OnnxFunctions.CastToTensorInfo])(type, &shape));
        (int element, long[] sizes) = shape == 0 ? (0, []) : Shape(shape);
        _functions.Release(OnnxFunctions.ReleaseTypeInfo, type);
        return (Name(OnnxFunctions.GetInputName, index), element, sizes);
    }

    private (int Type, long[] Shape) Shape(nint shape)
    {
        int type;
        nuint rank;
        Check(((delegate* unmanaged<nint, int*, nint>)_functions[OnnxFunctions.GetElementType])(shape, &type));
        Check(((delegate* unmanaged<nint, nuint*, nint>)_functions[OnnxFunctions.GetDimensionCount])(shape, &rank));
        long[] sizes = new long[(int)rank];
        fixed (long* values = sizes)
        {
            Check(((delegate* unmanaged<nint, long*, nuint, nint>)_functions[OnnxFunctions.GetDimensions])(shape, values, rank));
        }

        return (type, sizes);
    }

    private string Name(int function, int index)
    {
        nint allocator;
        nint name;
        Check(((delegate* unmanaged<nint*, nint>)_functions[OnnxFunctions.GetDefaultAllocator])(&allocator));
        Check(((delegate* unmanaged<nint, nuint, nint, nint*, nint>)_functions[function])(_session, (nuint)index, allocator, &name));
        return Marshal.PtrToStringUTF8(name) ?? "";
    }

    private int Count(int function)
    {
        nuint count;
        Check(((delegate* unmanaged<nint, nuint*, nint>)_functions[function])(_session, &count));
        return (int)count;
    }

    private void Check(nint status) => _functions.Check(status);

    private nint Own(int function, nint value)
    {
        _owned.Push((function, value));
        return value;
    }
}
