using System.Globalization;
using System.Numerics;
using NeuralGen.Training.Mpi.Native;

namespace NeuralGen.Training.Mpi;

/// <summary>The processes that <c>mpirun</c> has started, for <see cref="Trainer{T}.Group"/>; without it, this process alone.</summary>
/// <remarks>The calls are for one thread, the one that <see cref="Run"/> calls. MPI ends all processes when one of them is lost.</remarks>
public sealed class MpiGroup : ITrainingGroup
{
    private const int Failure = 1;

    private readonly bool _hasMpi;

    private MpiGroup(bool hasMpi)
    {
        _hasMpi = hasMpi;
        Size = 1;
        if (hasMpi)
        {
            Check(MpiFunctions.Init(0, 0));
            Check(MpiFunctions.Rank(MpiLibrary.World, out int rank));
            Check(MpiFunctions.Size(MpiLibrary.World, out int size));
            (Rank, Size) = (rank, size);
        }
    }

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size { get; }

    /// <summary>Starts MPI, runs a program, and ends MPI. It can be called once in a process.</summary>
    /// <remarks>An exception of the program's is written to standard error and ends all processes with the exit code 1. Without
    /// <c>mpirun</c> no MPI is needed, and exceptions are the caller's.</remarks>
    /// <param name="program">what each process does.</param>
    /// <exception cref="MpiException">mpirun has started the process, but there is no library of Open MPI.</exception>
    public static void Run(Action<MpiGroup> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (MpiLauncher.IsPresent)
        {
            MpiLibrary.Require();
        }

        MpiGroup group = new(MpiLauncher.IsPresent);
        if (MpiLauncher.IsOther && group.Size == 1)
        {
            throw new MpiException(string.Create(CultureInfo.InvariantCulture, $"Another MPI than {MpiLibrary.Version()} has started {MpiLauncher.Count} processes, which do not know of each other. Start them by Open MPI's mpirun, or by srun --mpi=pmix."));
        }

        try
        {
            program(group);
        }
        catch (Exception exception) when (group.Size > 1)
        {
            group.Fail(exception);
        }

        if (group._hasMpi)
        {
            Check(MpiFunctions.Finish());
        }
    }

    /// <summary>Finds out which of all rows are this process's part, so that it need not read the others.</summary>
    /// <param name="rows">the number of all rows.</param>
    /// <returns>the first row of the part and the number of its rows; parts differ by one row at most.</returns>
    /// <exception cref="ArgumentOutOfRangeException">there are fewer rows than processes.</exception>
    public (int Start, int Count) Part(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, Size);
        int start = (int)((long)rows * Rank / Size);
        return (start, (int)((long)rows * (Rank + 1) / Size) - start);
    }

    /// <summary>Reads a checkpoint in process 0 and gives it to all: the others need not reach the file.</summary>
    /// <typeparam name="T">the type of the parameters.</typeparam>
    /// <param name="path">the file.</param>
    /// <returns>the checkpoint.</returns>
    /// <exception cref="FormatException">the file is no checkpoint, it is damaged, or its numbers are of another type.</exception>
    /// <exception cref="IOException">process 0 cannot read the file.</exception>
    public TrainingCheckpoint<T> LoadCheckpoint<T>(string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = Gather(Rank == 0 ? File.ReadAllBytes(path) : [])[0];
        using MemoryStream stream = new(bytes);
        return TrainingCheckpoint.Load<T>(stream);
    }

    /// <inheritdoc/>
    public unsafe void Sum(Span<float> values)
    {
        if (Size > 1)
        {
            fixed (float* first = values)
            {
                Check(MpiFunctions.AllReduce(MpiLibrary.InPlace, first, values.Length, MpiLibrary.Float, MpiLibrary.Sum, MpiLibrary.World));
            }
        }
    }

    /// <inheritdoc/>
    public unsafe void Sum(Span<double> values)
    {
        if (Size > 1)
        {
            fixed (double* first = values)
            {
                Check(MpiFunctions.AllReduce(MpiLibrary.InPlace, first, values.Length, MpiLibrary.Double, MpiLibrary.Sum, MpiLibrary.World));
            }
        }
    }

    /// <inheritdoc/>
    public unsafe void Broadcast(Span<byte> values)
    {
        if (Size > 1)
        {
            fixed (byte* first = values)
            {
                Check(MpiFunctions.Broadcast(first, values.Length, MpiLibrary.Byte, 0, MpiLibrary.World));
            }
        }
    }

    /// <inheritdoc/>
    public unsafe IReadOnlyList<byte[]> Gather(ReadOnlySpan<byte> values)
    {
        if (Size == 1)
        {
            return [values.ToArray()];
        }

        int own = values.Length;
        int[] counts = new int[Size];
        fixed (int* firstCount = counts)
        {
            Check(MpiFunctions.AllGather(&own, 1, MpiLibrary.Int, firstCount, 1, MpiLibrary.Int, MpiLibrary.World));
        }

        long total = counts.Sum(count => (long)count);
        if (total > Array.MaxLength)
        {
            throw new MpiException(string.Create(CultureInfo.InvariantCulture, $"The processes have {total} bytes for each other, such as the outputs of all validation rows for a metric; at most {Array.MaxLength} are possible."));
        }

        int[] offsets = new int[Size];
        for (int rank = 1; rank < Size; rank++)
        {
            offsets[rank] = offsets[rank - 1] + counts[rank - 1];
        }

        // A pointer to nothing would be refused.
        byte[] all = new byte[Math.Max(1, total)];
        byte nothing = 0;
        fixed (byte* send = values)
        fixed (byte* receive = all)
        fixed (int* firstCount = counts, firstOffset = offsets)
        {
            Check(MpiFunctions.AllGatherParts(send is null ? &nothing : send, own, MpiLibrary.Byte, receive, firstCount, firstOffset, MpiLibrary.Byte, MpiLibrary.World));
        }

        return [.. counts.Zip(offsets, (count, offset) => all.AsSpan(offset, count).ToArray())];
    }

    /// <inheritdoc/>
    public void Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (Size > 1)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Process {Rank} of {Size} on {Environment.MachineName} cannot go on, so all end: {exception}"));
            Console.Error.Flush();
            Check(MpiFunctions.Abort(MpiLibrary.World, Failure));
        }
    }

    // MPI ends the program where it can; this is for the rest.
    private static void Check(int code)
    {
        if (code != 0)
        {
            throw new MpiException(string.Create(CultureInfo.InvariantCulture, $"MPI reports the error {code}."));
        }
    }
}
