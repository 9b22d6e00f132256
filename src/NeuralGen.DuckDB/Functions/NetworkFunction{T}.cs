using System.Buffers;
using System.Numerics;
using NeuralGen.DuckDB.Arguments;
using NeuralGen.DuckDB.Native;
using NeuralGen.DuckDB.Results;

namespace NeuralGen.DuckDB.Functions;

/// <summary>Brings DuckDB's columns into rows, has a network compute them, and writes its outputs.</summary>
/// <param name="shape">What SQL sees of the network.</param>
/// <param name="result">What the function gives.</param>
/// <param name="predict">Computes rows.</param>
internal sealed class NetworkFunction<T>(NetworkShape shape, NetworkResult result, BatchPrediction<T> predict) : NetworkFunction(shape)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The most values of inputs or outputs that lie in memory at once: a thread's memory stays small for images, too.</summary>
    private const int MostValues = 1 << 20;

    private readonly ResultWriter<T> _result = ResultWriter<T>.For(shape, result);

    /// <inheritdoc/>
    public override nint CreateResultType() => _result.CreateType();

    /// <inheritdoc/>
    public override void Execute(nint chunk, nint result)
    {
        int rows = checked((int)DuckDBFunctions.ChunkSize(chunk));
        ArgumentColumns<T> columns = new(Shape, chunk, rows);
        int block = Math.Clamp(MostValues / Math.Max(Shape.InputSize, Shape.OutputSize), 1, Math.Max(1, rows));
        T[] inputs = ArrayPool<T>.Shared.Rent(block * Shape.InputSize);
        T[] outputs = ArrayPool<T>.Shared.Rent(block * Shape.OutputSize);
        try
        {
            _result.Begin(result, rows);
            for (int start = 0; start < rows; start += block)
            {
                int count = Math.Min(block, rows - start);
                Span<T> blockInputs = inputs.AsSpan(0, count * Shape.InputSize);
                Span<T> blockOutputs = outputs.AsSpan(0, count * Shape.OutputSize);
                columns.Read(start, count, blockInputs);
                predict(blockInputs, blockOutputs);
                _result.Write(result, start, blockOutputs, columns.Validity);
            }

            _result.End(result, columns.Validity);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(inputs);
            ArrayPool<T>.Shared.Return(outputs);
        }
    }
}
