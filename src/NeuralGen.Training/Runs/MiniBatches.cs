using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Gathers the rows of one step after the other into contiguous buffers.</summary>
internal sealed class MiniBatches<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dataset<T> _data;
    private readonly int _batchSize;
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly T[] _rowWeights;
    private readonly T[] _weights;
    private readonly int[] _order;

    public MiniBatches(Dataset<T> data, int batchSize, IReadOnlyList<double> classWeights, bool isMultiLabel)
    {
        _data = data;
        _batchSize = Math.Min(batchSize, data.Rows);
        Count = (data.Rows + _batchSize - 1) / _batchSize;
        _inputs = new T[_batchSize * data.InputSize];
        _targets = new T[_batchSize * data.TargetSize];
        _order = [.. Enumerable.Range(0, data.Rows)];
        _rowWeights = classWeights.Count == 0
            ? []
            : [.. _order.Select(row => T.CreateChecked(isMultiLabel ? MultiLabelTargets.Weight(data.Row(row).Target, classWeights) : classWeights[data.ClassOf(row)]))];
        _weights = new T[_rowWeights.Length == 0 ? 0 : _batchSize];
    }

    /// <summary>Gets the number of batches of an epoch.</summary>
    public int Count { get; }

    /// <summary>Gets the number of rows of the gathered batch.</summary>
    public int Rows { get; private set; }

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
        Rows = rows.Length;
        for (int index = 0; index < rows.Length; index++)
        {
            DatasetRow<T> row = _data.Row(rows[index]);
            row.Input.CopyTo(_inputs.AsSpan(index * _data.InputSize));
            row.Target.CopyTo(_targets.AsSpan(index * _data.TargetSize));
            if (_weights.Length > 0)
            {
                _weights[index] = _rowWeights[rows[index]];
            }
        }
    }
}
