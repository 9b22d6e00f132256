namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Threads that play the processes of a group, in any number and without MPI.</summary>
internal sealed class ThreadGroup : ITrainingGroup
{
    private readonly Meeting _meeting;

    private ThreadGroup(Meeting meeting, int rank)
    {
        _meeting = meeting;
        Rank = rank;
    }

    public int Rank { get; }

    public int Size => _meeting.Values.Length;

    /// <summary>Runs a program in as many threads.</summary>
    /// <returns>what it gave in each.</returns>
    public static TResult[] Run<TResult>(int size, Func<ThreadGroup, TResult> program)
    {
        using Meeting meeting = new(size);
        TResult[] results = new TResult[size];
        Exception?[] exceptions = new Exception?[size];
        Thread[] threads = [.. Enumerable.Range(0, size).Select(rank => new Thread(() =>
        {
            try
            {
                results[rank] = program(new(meeting, rank));
            }
            catch (Exception exception)
            {
                exceptions[rank] = exception;
                meeting.Canceled.Cancel();
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return exceptions.FirstOrDefault(exception => exception is not null and not OperationCanceledException) is { } first ? throw first : results;
    }

    public void Sum(Span<float> values) => Add(values, (one, other) => one + other);

    public void Sum(Span<double> values) => Add(values, (one, other) => one + other);

    public void Broadcast(Span<byte> values) => Exchange(values.ToArray())[0].CopyTo(values);

    public IReadOnlyList<byte[]> Gather(ReadOnlySpan<byte> values) => Exchange(values.ToArray());

    public void Fail(Exception exception) => _meeting.Canceled.Cancel();

    public (int Start, int Count) Part(int rows)
    {
        int start = rows * Rank / Size;
        return (start, (rows * (Rank + 1) / Size) - start);
    }

    private void Add<T>(Span<T> values, Func<T, T, T> sum)
    {
        T[][] all = Exchange(values.ToArray());
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = all.Select(part => part[index]).Aggregate(sum);
        }
    }

    private T[][] Exchange<T>(T[] values)
    {
        _meeting.Values[Rank] = values;
        _meeting.Barrier.SignalAndWait(_meeting.Canceled.Token);
        T[][] all = Array.ConvertAll(_meeting.Values, part => (T[])part);
        _meeting.Barrier.SignalAndWait(_meeting.Canceled.Token);
        return all;
    }

    private sealed class Meeting(int size) : IDisposable
    {
        public Array[] Values { get; } = new Array[size];

        public Barrier Barrier { get; } = new(size);

        public CancellationTokenSource Canceled { get; } = new();

        public void Dispose()
        {
            Barrier.Dispose();
            Canceled.Dispose();
        }
    }
}
