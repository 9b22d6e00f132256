using System.Collections.Concurrent;
using System.Threading.Channels;
using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Predicting;

/// <summary>Reads, predicts and writes rows at the same time: in order, and with so many chunks on the way that memory stays as it is.</summary>
/// <param name="source">Where rows come from.</param>
/// <param name="makePredictor">Makes what predicts on one thread.</param>
/// <param name="threads">How many threads predict.</param>
internal sealed class RowPipeline(RowSource source, Func<RowPredictor> makePredictor, int threads)
{
    private readonly ConcurrentBag<RowPredictor> _predictors = [];
    private readonly ConcurrentBag<RowText> _texts = [];

    /// <summary>Runs it.</summary>
    /// <param name="first">The first rows, which were read before; null where there are none.</param>
    /// <param name="write">Writes what became of some rows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(RowChunk? first, Action<ChunkResult> write, CancellationToken cancellationToken)
    {
        Channel<Task<ChunkResult>> channel = Channel.CreateBounded<Task<ChunkResult>>(new BoundedChannelOptions(2 * threads) { SingleReader = true, SingleWriter = true });
        SemaphoreSlim free = new(threads);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // A thread of its own, since a pipe may give nothing for long; nobody waits for it when the rest has ended.
        Thread reader = new(() => Read(first, channel.Writer, free, stop.Token)) { IsBackground = true, Name = "rows" };
        reader.Start();
        try
        {
            while (await channel.Reader.WaitToReadAsync(stop.Token))
            {
                while (channel.Reader.TryRead(out Task<ChunkResult>? task))
                {
                    ChunkResult result = await task;
                    write(result);
                    _texts.Add(result.Text);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private void Read(RowChunk? first, ChannelWriter<Task<ChunkResult>> writer, SemaphoreSlim free, CancellationToken cancellationToken)
    {
        try
        {
            for (RowChunk? chunk = first ?? source.Next(); chunk is { } rows; chunk = source.Next())
            {
                // With one thread rows are predicted in order, as a state needs them.
                free.Wait(cancellationToken);
                Task<ChunkResult> task = Task.Run(() => Predict(rows, free), CancellationToken.None);
                writer.WriteAsync(task, cancellationToken).AsTask().GetAwaiter().GetResult();
            }

            writer.TryComplete();
        }
        catch (OperationCanceledException)
        {
            writer.TryComplete();
        }
        catch (Exception exception) when (exception is IOException or ToolException or UnauthorizedAccessException)
        {
            writer.TryComplete(exception);
        }
        catch (ObjectDisposedException)
        {
            // The pipeline has ended.
        }
    }

    private ChunkResult Predict(RowChunk rows, SemaphoreSlim free)
    {
        try
        {
            RowPredictor predictor = _predictors.TryTake(out RowPredictor? idle) ? idle : makePredictor();
            RowText text = _texts.TryTake(out RowText? used) ? used : new RowText(source.Separator);
            ChunkResult result = predictor.Run(rows, text);
            _predictors.Add(predictor);
            return result;
        }
        finally
        {
            rows.Return();
            free.Release();
        }
    }
}
