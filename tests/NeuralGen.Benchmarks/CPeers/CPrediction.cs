using System.Runtime.InteropServices;
using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.CPeers;

/// <summary>Predictions by a network compiled from C, called in the cheapest way that there is.</summary>
internal sealed unsafe class CPrediction : ICandidate
{
    private const nuint Alignment = 64;

    private readonly nint _library;
    private readonly nint _predict;
    private readonly int _rows;
    private readonly int _outputs;
    private readonly float* _inputData;
    private readonly float* _outputData;

    public CPrediction(CLibrary library, Problem problem)
    {
        _rows = problem.Rows;
        _outputs = problem.Rows * problem.OutputSize;
        _library = NativeLibrary.Load(library.Path);
        _predict = NativeLibrary.GetExport(_library, _rows == 1 ? CSource.Predict : CSource.PredictBatch);
        _inputData = (float*)NativeMemory.AlignedAlloc((nuint)problem.Inputs.Length * sizeof(float), Alignment);
        _outputData = (float*)NativeMemory.AlignedAlloc((nuint)_outputs * sizeof(float), Alignment);
        problem.Inputs.CopyTo(new Span<float>(_inputData, problem.Inputs.Length));
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => new(_outputData, _outputs);

    /// <inheritdoc/>
    public void Run(int calls)
    {
        if (_rows == 1)
        {
            // Telling the garbage collector of the call would cost more than a small network.
            var predict = (delegate* unmanaged[SuppressGCTransition]<float*, float*, void>)_predict;
            for (int call = 0; call < calls; call++)
            {
                predict(_inputData, _outputData);
            }
        }
        else
        {
            var predictBatch = (delegate* unmanaged<float*, float*, nint, void>)_predict;
            for (int call = 0; call < calls; call++)
            {
                predictBatch(_inputData, _outputData, _rows);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_inputData);
        NativeMemory.AlignedFree(_outputData);
        NativeLibrary.Free(_library);
    }
}
