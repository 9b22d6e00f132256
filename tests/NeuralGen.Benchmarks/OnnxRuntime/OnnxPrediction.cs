using System.Runtime.InteropServices;
using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.OnnxRuntime;

/// <summary>Predictions by ONNX Runtime in its best case: the C functions, one thread, input and output bound once.</summary>
internal sealed unsafe class OnnxPrediction : ICandidate
{
    private const int Warnings = 2;
    private const int AllOptimizations = 99;
    private const nuint Alignment = 64;

    private readonly OnnxFunctions _functions;
    private readonly Stack<(int Function, nint Value)> _owned = [];
    private readonly Dictionary<string, (nint Data, int Bytes)> _memory = [];
    private readonly (string Output, string Input)[] _states;
    private readonly string _result;
    private readonly nint _session;
    private readonly nint _runOptions;
    private readonly nint _binding;

    public OnnxPrediction(OnnxFunctions functions, Problem problem, byte[] model)
        : this(functions, model, [OnnxPort.Of(OnnxModel.Input, problem.Inputs, problem.Rows, problem.LayerSizes[0])], [OnnxPort.Output(OnnxModel.Output, problem.Rows, problem.OutputSize)], [])
    {
    }

    /// <summary>Loads a model.</summary>
    /// <param name="functions">The library.</param>
    /// <param name="model">The model's file.</param>
    /// <param name="inputs">All inputs, with their values.</param>
    /// <param name="outputs">All outputs; the first one is the result.</param>
    /// <param name="states">The outputs that a call gives to the next one, and as which of its inputs.</param>
    public OnnxPrediction(OnnxFunctions functions, byte[] model, OnnxPort[] inputs, OnnxPort[] outputs, (string Output, string Input)[] states)
    {
        _functions = functions;
        _states = states;
        _result = outputs[0].Name;

        nint value;
        fixed (byte* name = "benchmarks\0"u8)
        {
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)functions[OnnxFunctions.CreateEnvironment])(Warnings, name, &value));
        }

        nint environment = Own(OnnxFunctions.ReleaseEnvironment, value);
        Check(((delegate* unmanaged<nint*, nint>)functions[OnnxFunctions.CreateSessionOptions])(&value));
        nint options = Own(OnnxFunctions.ReleaseSessionOptions, value);
        Set(OnnxFunctions.SetIntraOpThreads, options, 1);
        Set(OnnxFunctions.SetInterOpThreads, options, 1);
        Set(OnnxFunctions.SetGraphOptimizationLevel, options, AllOptimizations);

        fixed (byte* bytes = model)
        {
            Check(((delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)functions[OnnxFunctions.CreateSessionFromArray])(environment, bytes, (nuint)model.Length, options, &value));
        }

        _session = Own(OnnxFunctions.ReleaseSession, value);
        Check(((delegate* unmanaged<nint*, nint>)functions[OnnxFunctions.CreateRunOptions])(&value));
        _runOptions = Own(OnnxFunctions.ReleaseRunOptions, value);
        Check(((delegate* unmanaged<nint, nint*, nint>)functions[OnnxFunctions.CreateBinding])(_session, &value));
        _binding = Own(OnnxFunctions.ReleaseBinding, value);
        Check(((delegate* unmanaged<int, int, nint*, nint>)functions[OnnxFunctions.CreateCpuMemoryInfo])(0, 0, &value));
        nint memory = Own(OnnxFunctions.ReleaseMemoryInfo, value);
        foreach (OnnxPort port in inputs)
        {
            Bind(OnnxFunctions.BindInput, port.Name, Tensor(memory, port));
        }

        foreach (OnnxPort port in outputs)
        {
            Bind(OnnxFunctions.BindOutput, port.Name, Tensor(memory, port));
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => MemoryMarshal.Cast<byte, float>(Bytes(_result));

    /// <inheritdoc/>
    public void Run(int calls)
    {
        var run = (delegate* unmanaged<nint, nint, nint, nint>)_functions[OnnxFunctions.RunWithBinding];
        for (int call = 0; call < calls; call++)
        {
            Check(run(_session, _runOptions, _binding));
            foreach ((string output, string input) in _states)
            {
                Bytes(output).CopyTo(Bytes(input));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_owned.TryPop(out (int Function, nint Value) owned))
        {
            _functions.Release(owned.Function, owned.Value);
        }

        foreach ((nint data, _) in _memory.Values)
        {
            NativeMemory.AlignedFree((void*)data);
        }
    }

    private Span<byte> Bytes(string port) => new((void*)_memory[port].Data, _memory[port].Bytes);

    private nint Tensor(nint memory, OnnxPort port)
    {
        nint data = (nint)NativeMemory.AlignedAlloc((nuint)port.Bytes, Alignment);
        _memory.Add(port.Name, (data, port.Bytes));
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(port.Values), port.Bytes).CopyTo(Bytes(port.Name));
        nint value;
        fixed (long* shape = port.Shape)
        {
            Check(((delegate* unmanaged<nint, nint, nuint, long*, nuint, int, nint*, nint>)_functions[OnnxFunctions.CreateTensorWithData])(memory, data, (nuint)port.Bytes, shape, (nuint)port.Shape.Length, port.ElementType, &value));
        }

        return Own(OnnxFunctions.ReleaseValue, value);
    }

    private void Bind(int function, string name, nint tensor)
    {
        nint text = Marshal.StringToCoTaskMemUTF8(name);
        Check(((delegate* unmanaged<nint, nint, nint, nint>)_functions[function])(_binding, text, tensor));
        Marshal.FreeCoTaskMem(text);
    }

    private void Set(int function, nint options, int value) =>
        Check(((delegate* unmanaged<nint, int, nint>)_functions[function])(options, value));

    private void Check(nint status) => _functions.Check(status);

    private nint Own(int function, nint value)
    {
        _owned.Push((function, value));
        return value;
    }
}
