namespace NeuralGen.Training;

/// <summary>The processes that train one network together, each with its part of the rows: what they have to tell each
/// other.</summary>
/// <remarks>All processes make the same calls in the same order, as they make the same steps; each call waits for the others. The rows
/// of all processes, one process behind the other, are those that one process alone would train on. The package
/// NeuralGen.Training.Mpi has the group of an MPI program.</remarks>
public interface ITrainingGroup
{
    /// <summary>Gets the number of this process, from 0. Process 0 reports progress and makes checkpoints.</summary>
    public int Rank { get; }

    /// <summary>Gets the number of processes, at least 1.</summary>
    public int Size { get; }

    /// <summary>Puts the sums over all processes in the place of the values; all processes get the same bits.</summary>
    /// <param name="values">the values, as many in each process.</param>
    public void Sum(Span<float> values);

    /// <summary>Puts the sums over all processes in the place of the values; all processes get the same bits.</summary>
    /// <param name="values">the values, as many in each process.</param>
    public void Sum(Span<double> values);

    /// <summary>Gives all processes the values of process 0.</summary>
    /// <param name="values">the values, as many in each process.</param>
    public void Broadcast(Span<byte> values);

    /// <summary>Gives all processes the values of all.</summary>
    /// <param name="values">the values of this process; each may have another number of them.</param>
    /// <returns>the values by process.</returns>
    public IReadOnlyList<byte[]> Gather(ReadOnlySpan<byte> values);

    /// <summary>Ends the training of all processes, because this one cannot go on: otherwise they would wait for it forever.</summary>
    /// <param name="exception">why it cannot.</param>
    public void Fail(Exception exception);
}
