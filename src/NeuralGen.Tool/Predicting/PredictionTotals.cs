namespace NeuralGen.Tool.Predicting;

/// <summary>What became of all rows.</summary>
internal sealed class PredictionTotals
{
    private const int MostErrors = 10;

    private readonly List<RowError> _errors = [];

    /// <summary>How many rows were read.</summary>
    public long Rows { get; private set; }

    /// <summary>How many could not be predicted.</summary>
    public long Failed { get; private set; }

    /// <summary>The first of those.</summary>
    public IReadOnlyList<RowError> Errors => _errors;

    /// <summary>Adds some rows.</summary>
    public void Add(ChunkResult result)
    {
        Rows += result.Rows;
        Failed += result.Failed;
        _errors.AddRange(result.Errors.Take(MostErrors - _errors.Count));
    }
}
