using System.Runtime.InteropServices;
using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.OnnxRuntime;

/// <summary>Predictions by ONNX Runtime in its best case: the C functions, one thread, input and output bound once.</summary>
internal sealed unsafe class OnnxPrediction : ICandidate
{
    private const int Warnings = 2;
    private const int AllOptimizations = 99;
    private const int SinglePrecision = 1;
    private const nuint Alignment = 64;

    private readonly OnnxFunctions _functions;
    private readonly Stack<(int Function, nint Value)> _owned = [];
    private readonly int _outputs;
    private readonly nint _inputData;
    private readonly nint _outputData;
    private readonly nint _session;
    private readonly nint _runOptions;
    private readonly nint _binding;

    public OnnxPrediction(OnnxFunctions functions, Problem problem, byte[] model)
    {
        _functions = functions;
        _outputs = problem.Rows * problem.OutputSize;
        _inputData = (nint)NativeMemory.AlignedAlloc((nuint)problem.Inputs.Length * sizeof(float), Alignment);
        _outputData = (nint)NativeMemory.AlignedAlloc((nuint)_outputs * sizeof(float), Alignment);
        problem.Inputs.CopyTo(new Span<float>((void*)_inputData, problem.Inputs.Length));

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
        Bind(OnnxFunctions.BindInput, OnnxModel.Input, Tensor(memory, _inputData, problem.Rows, problem.LayerSizes[0]));
        Bind(OnnxFunctions.BindOutput, OnnxModel.Output, Tensor(memory, _outputData, problem.Rows, problem.OutputSize));
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => new((void*)_outputData, _outputs);

    /// <inheritdoc/>
    public void Run(int calls)
    {
        var run = (delegate* unmanaged<nint, nint, nint, nint>)_functions[OnnxFunctions.RunWithBinding];
        for (int call = 0; call < calls; call++)
        {
            Check(run(_session, _runOptions, _binding));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_owned.TryPop(out (int Function, nint Value) owned))
        {
            _functions.Release(owned.Function, owned.Value);
        }

        NativeMemory.AlignedFree((void*)_inputData);
        NativeMemory.AlignedFree((void*)_outputData);
    }

    private nint Tensor(nint memory, nint data, int rows, int columns)
    {
        long* shape = stackalloc long[] { rows, columns };
        nint value;
        Check(((delegate* unmanaged<nint, nint, nuint, long*, nuint, int, nint*, nint>)_functions[OnnxFunctions.CreateTensorWithData])(memory, data, (nuint)rows * (nuint)columns * sizeof(float), shape, 2, SinglePrecision, &value));
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
