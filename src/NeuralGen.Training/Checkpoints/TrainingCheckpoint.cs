using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Reads checkpoints.</summary>
public static class TrainingCheckpoint
{
    /// <summary>Reads a checkpoint.</summary>
    /// <typeparam name="T">the type of the parameters.</typeparam>
    /// <param name="stream">where to read; it stays open.</param>
    /// <returns>the checkpoint.</returns>
    /// <exception cref="FormatException">there is no checkpoint, it is damaged, or its numbers are of another
    /// type.</exception>
    public static TrainingCheckpoint<T> Load<T>(Stream stream)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        using CheckpointReader<T> reader = new(CheckpointContainer.Read(stream));
        return reader.Read();
    }

    /// <summary>Reads a checkpoint from a file.</summary>
    /// <typeparam name="T">the type of the parameters.</typeparam>
    /// <param name="path">the file.</param>
    /// <returns>the checkpoint.</returns>
    /// <exception cref="FormatException">the file is no checkpoint, it is damaged, or its numbers are of another
    /// type.</exception>
    /// <exception cref="IOException">the file cannot be read.</exception>
    public static TrainingCheckpoint<T> Load<T>(string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Load<T>(stream);
    }
}
