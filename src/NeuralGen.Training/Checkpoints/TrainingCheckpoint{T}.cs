using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Everything that training needs to go on to the same bits as if it had not been interrupted, after any step: parameters,
/// statistics, the state of the optimizer, the place in the epoch, the history, and the best parameters so far.</summary>
/// <remarks>The order of the rows and the seeds of dropout follow from the seed and the place, so no generator is stored. The data
/// is not in a checkpoint, only a SHA-256 of it, and so is a description of the network, since both have to be the same. The format is binary: a magic
/// number, a version, the length, the values in little-endian order, and the SHA-256 of it all.</remarks>
/// <typeparam name="T">the type of the parameters.</typeparam>
public sealed class TrainingCheckpoint<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal TrainingCheckpoint(TrainingState<T> state)
    {
        State = state;
    }

    /// <summary>Gets the number of finished epochs.</summary>
    public int Epoch => State.Position.Epoch;

    /// <summary>Gets the number of steps since the start of training.</summary>
    public long Step => State.Position.Step;

    /// <summary>Gets the finished epochs.</summary>
    public IReadOnlyList<EpochResult> Epochs => State.Results;

    /// <summary>Gets the number of the best epoch, from 1, or 0 if no epoch is finished.</summary>
    public int BestEpoch => State.BestEpoch;

    /// <summary>Gets the parameters at the end of the best epoch, or none if no epoch is finished. With
    /// <see cref="TrainerOptions.ScaleTargets"/> they are those for standardised targets.</summary>
    public ReadOnlySpan<T> BestParameters => State.BestParameters;

    /// <summary>Gets the parameters after the last step; see <see cref="BestParameters"/>.</summary>
    public ReadOnlySpan<T> Parameters => State.Parameters;

    internal TrainingState<T> State { get; }

    /// <summary>Writes the checkpoint.</summary>
    /// <param name="stream">where to write; it stays open.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream content = new();
        using CheckpointWriter<T> writer = new(content);
        writer.Write(State);
        CheckpointContainer.Write(stream, content.ToArray());
    }

    /// <summary>Writes the checkpoint to a file. It appears whole or not at all: a file that is there is replaced when the new
    /// one is complete.</summary>
    /// <param name="path">the file.</param>
    /// <exception cref="IOException">the file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string temporary = path + ".tmp";
        using (FileStream stream = File.Create(temporary))
        {
            Save(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
