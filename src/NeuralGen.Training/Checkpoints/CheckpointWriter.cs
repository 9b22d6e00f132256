using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralGen.Training;

/// <summary>Writes the content of a checkpoint in the order in which <see cref="CheckpointReader{T}"/> reads it.</summary>
internal sealed class CheckpointWriter<T>(Stream stream) : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BinaryWriter _writer = new(stream);

    public void Write(TrainingState<T> state)
    {
        _writer.Write(state.Settings.Values.Count);
        foreach ((string name, string value) in state.Settings.Values)
        {
            _writer.Write(name);
            _writer.Write(value);
        }

        _writer.Write(state.Position.Epoch);
        _writer.Write(state.Position.Batch);
        _writer.Write(state.Position.Step);
        _writer.Write(state.Position.LossSum);
        _writer.Write(state.Position.LossRows);
        _writer.Write(state.LearningRate);
        _writer.Write(state.Elapsed.Ticks);
        Write(state.Parameters);
        Write(state.Statistics);
        Write(state.LastGood);
        _writer.Write(state.OptimizerSteps);
        Write(state.OptimizerState);
        _writer.Write(state.BestEpoch);
        _writer.Write(state.BestValue);
        _writer.Write(state.EpochsWithoutImprovement);
        _writer.Write(state.PlateauMultiplier);
        _writer.Write(state.PlateauBest);
        _writer.Write(state.PlateauEpochs);
        _writer.Write(state.PlateauCooldown);
        Write(state.EpochStart);
        Write(state.BestStart);
        Write(state.BestParameters);
        _writer.Write(state.Results.Length);
        foreach (EpochResult result in state.Results)
        {
            Write(result);
        }

        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private void Write(EpochResult result)
    {
        _writer.Write(result.Epoch);
        _writer.Write(result.Loss);
        _writer.Write(result.ValidationLoss.HasValue);
        _writer.Write(result.ValidationLoss ?? 0);
        _writer.Write(result.LearningRate);
        _writer.Write(result.Metrics.Count);
        foreach ((string name, double value) in result.Metrics)
        {
            _writer.Write(name);
            _writer.Write(value);
        }
    }

    private void Write(T[] values)
    {
        byte[] bytes = MemoryMarshal.AsBytes<T>(values).ToArray();
        CheckpointByteOrder.Normalize<T>(bytes);
        _writer.Write(values.Length);
        _writer.Write(bytes);
    }
}
