using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Predicting;

/// <summary>Predicts the rows of a CSV file with code that is compiled from a model.</summary>
/// <param name="model">The model.</param>
/// <param name="options">How.</param>
/// <param name="file">The name of the file with the rows, for messages.</param>
internal sealed class Prediction(OpenModel model, PredictionOptions options, string file)
{
    /// <summary>The names of the columns, until they are written.</summary>
    private ReadOnlyMemory<byte> _header;

    /// <summary>What became of the rows.</summary>
    public PredictionTotals Totals { get; } = new();

    /// <summary>Runs it.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="write">Writes bytes, and hands them on.</param>
    /// <param name="mayBeEmpty">Whether there may be no row at all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ToolException">A row cannot be predicted, and that is to stop.</exception>
    public async Task RunAsync(RowSource source, Action<ReadOnlyMemory<byte>> write, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        if (model.Signature.Inputs.Count == 0)
        {
            throw new ToolException($"{model.Path}: reads no inputs, so there is nothing to predict from rows");
        }

        // While the compiler works, the first rows are read.
        Task<CompiledNetwork> compiling = Task.Run(() => MemoryCompiler.Compile(model), cancellationToken);
        FirstRow? row = await FirstAsync(source, cancellationToken);
        if (row is null)
        {
            if (!mayBeEmpty)
            {
                throw new ToolException($"{file}: is empty; the first row has the names of columns");
            }

            await compiling;
            return;
        }

        bool hasHeader = options.HasHeader ?? ColumnPlan.IsHeader(InputValues.Of(model.Signature), row.Fields);
        ColumnPlan plan = ColumnPlan.Of(model.Signature, row.Fields, hasHeader, options, file);
        OutputPlan columns = new(model.Signature);
        RowChunk first = hasHeader ? row.Rest : row.Whole;
        _header = hasHeader ? Header(plan, columns) : default;
        CompiledNetwork network = await compiling;
        int threads = model.Signature.HasState ? 1 : options.Threads;
        RowPipeline pipeline = new(source, () => new RowPredictor(network, model.Signature, plan, columns, options), threads);
        await pipeline.RunAsync(first, result => Write(result, write), cancellationToken);
        write(TakeHeader());
    }

    private async Task<FirstRow?> FirstAsync(RowSource source, CancellationToken cancellationToken)
    {
        while (await Task.Run(source.Next, cancellationToken).WaitAsync(cancellationToken) is { } chunk)
        {
            if (chunk.Buffer.AsSpan(0, chunk.Length) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                throw new ToolException($"{file}(1,1): error: the file is in UTF-16; it must be in UTF-8");
            }

            if (FirstRow.Of(chunk, options) is { } row)
            {
                return row;
            }
        }

        return null;
    }

    private void Write(ChunkResult result, Action<ReadOnlyMemory<byte>> write)
    {
        Totals.Add(result);
        if (options.OnError == ErrorPolicy.Stop && result.Failed > 0)
        {
            RowError error = result.Errors[0];
            throw new ToolException(FormattableString.Invariant($"{file}({error.Line}): error: {error.Message}"));
        }

        // The names come with the first rows, so that there is nothing at all where these stop it.
        if (_header.Length > 0 && result.Rows > 0)
        {
            write(TakeHeader());
        }

        write(result.Text.Written);
    }

    private ReadOnlyMemory<byte> TakeHeader()
    {
        ReadOnlyMemory<byte> header = _header;
        _header = default;
        return header;
    }

    private ReadOnlyMemory<byte> Header(ColumnPlan plan, OutputPlan columns)
    {
        RowText text = new(options.Separator);
        foreach (string name in plan.Kept.Select(kept => kept.Name).Concat(columns.Names))
        {
            text.Field(name);
        }

        text.EndRow();
        return text.Written;
    }
}
