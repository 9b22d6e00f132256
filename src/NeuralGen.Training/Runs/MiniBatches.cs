using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Gathers the rows of one step after the other into contiguous buffers.</summary>
internal sealed class MiniBatches<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dataset<T> _data;
    private readonly RowPart _part;
    private readonly int _batchSize;
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly T[] _rowWeights;
    private readonly T[] _weights;
    private readonly int[] _order;
    private readonly int[] _places;

    /// <param name="data">the rows of this process.</param>
    /// <param name="part">which of all rows they are.</param>
    /// <param name="batchSize">the number of rows of a step, over all processes.</param>
    /// <param name="classWeights">a weight per class, or none.</param>
    /// <param name="isMultiLabel">whether a row may have several labels.</param>
    public MiniBatches(Dataset<T> data, RowPart part, int batchSize, IReadOnlyList<double> classWeights, bool isMultiLabel)
    {
        _data = data;
        _part = part;
        _batchSize = Math.Min(batchSize, part.Total);
        Count = (part.Total + _batchSize - 1) / _batchSize;
        int mostRows = Math.Min(_batchSize, data.Rows);
        _inputs = new T[mostRows * data.InputSize];
        _targets = new T[mostRows * data.TargetSize];
        _places = new int[mostRows];
        _order = [.. Enumerable.Range(0, part.Total)];
        _rowWeights = classWeights.Count == 0
            ? []
            : [.. Enumerable.Range(0, data.Rows).Select(row => T.CreateChecked(isMultiLabel ? MultiLabelTargets.Weight(data.Row(row).Target, classWeights) : classWeights[data.ClassOf(row)]))];
        _weights = new T[_rowWeights.Length == 0 ? 0 : mostRows];
    }

    /// <summary>Gets the number of batches of an epoch.</summary>
    public int Count { get; }

    /// <summary>Gets the number of rows of the gathered batch that lie in this process.</summary>
    public int Rows { get; private set; }

    /// <summary>Gets the number of rows of the gathered batch over all processes.</summary>
    public int RowsOfAll { get; private set; }

    /// <summary>Gets the places of the rows in the batch.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Rows);

    public ReadOnlySpan<T> Inputs => _inputs.AsSpan(0, Rows * _data.InputSize);

    public ReadOnlySpan<T> Targets => _targets.AsSpan(0, Rows * _data.TargetSize);

    public ReadOnlySpan<T> Weights => _weights.AsSpan(0, _weights.Length == 0 ? 0 : Rows);

    /// <summary>Shuffles the rows for an epoch; the order depends on the seed and the epoch only.</summary>
    public void Shuffle(int seed, int epoch)
    {
        for (int row = 0; row < _order.Length; row++)
        {
            _order[row] = row;
        }

        SplitMix64.ForSequence(seed, RandomPurpose.Order, epoch).Shuffle<int>(_order);
    }

    public void Gather(int batch)
    {
        ReadOnlySpan<int> rows = _order.AsSpan(batch * _batchSize, Math.Min(_batchSize, _order.Length - (batch * _batchSize)));
        RowsOfAll = rows.Length;
        int count = 0;
        for (int place = 0; place < rows.Length; place++)
        {
            if (!_part.Has(rows[place]))
            {
                continue;
            }

            int index = rows[place] - _part.Start;
            DatasetRow<T> row = _data.Row(index);
            row.Input.CopyTo(_inputs.AsSpan(count * _data.InputSize));
            row.Target.CopyTo(_targets.AsSpan(count * _data.TargetSize));
            _places[count] = place;
            if (_weights.Length > 0)
            {
                _weights[count] = _rowWeights[index];
            }

            count++;
        }

        Rows = count;
    }
}
