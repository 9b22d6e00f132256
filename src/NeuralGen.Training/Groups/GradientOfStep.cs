using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Computes the gradient of a step, of which each process has some rows.</summary>
/// <remarks>A process computes its share of the sum, then the shares of all are added up, along with the loss and whether
/// training is to be cancelled.</remarks>
internal sealed class GradientOfStep<T>(ITrainableNetwork<T> network, ITrainingGroup? group)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int LossOffset = 0;
    private const int CancelOffset = 1;
    private const int More = 2;

    private readonly ITrainingGroup _group = group ?? SingleProcess.Instance;
    private readonly T[] _values = new T[network.ParameterCount + More];

    // What dropout drops depends on the place of a row among those that are computed together, and these differ with the number of
    // processes. A network that does not say what its layers are may have dropout.
    private readonly T[] _gradientOfRow = group is not null && (network.Architecture.Count == 0 || network.Architecture.Any(line => line.Contains("type: dropout", StringComparison.Ordinal)))
        ? new T[network.ParameterCount]
        : [];

    /// <summary>Gets the gradient of the mean loss of the step.</summary>
    public Span<T> Gradient => _values.AsSpan(0, network.ParameterCount);

    /// <summary>Gets a value indicating whether a process was asked to cancel training.</summary>
    public bool IsCanceled { get; private set; }

    /// <summary>Computes the gradient.</summary>
    /// <param name="batches">the rows of the step.</param>
    /// <param name="seed">the seed of dropout.</param>
    /// <param name="isCanceled">whether this process is to cancel training.</param>
    /// <returns>the mean loss of the step.</returns>
    public T Compute(MiniBatches<T> batches, int seed, bool isCanceled)
    {
        T loss = batches.Rows == 0 ? Nothing()
            : _gradientOfRow.Length > 0 ? RowByRow(batches, seed)
            : network.TrainingGradient(batches.Inputs, batches.Targets, batches.Weights, seed, Gradient);
        if (_group.Size == 1)
        {
            return loss;
        }

        T share = T.CreateChecked(batches.Rows) / T.CreateChecked(batches.RowsOfAll);
        TensorPrimitives.Multiply(Gradient, share, Gradient);
        Span<T> more = _values.AsSpan(network.ParameterCount);
        more[LossOffset] = loss * share;
        more[CancelOffset] = isCanceled ? T.One : T.Zero;
        _group.SumNumbers<T>(_values);
        IsCanceled = more[CancelOffset] > T.Zero;
        return more[LossOffset];
    }

    private T Nothing()
    {
        Gradient.Clear();
        return T.Zero;
    }

    private T RowByRow(MiniBatches<T> batches, int seed)
    {
        T loss = T.Zero;
        Gradient.Clear();
        T share = T.One / T.CreateChecked(batches.Rows);
        for (int row = 0; row < batches.Rows; row++)
        {
            SplitMix64 random = SplitMix64.ForSequence(seed, RandomPurpose.Dropout, batches.Places[row]);
            ReadOnlySpan<T> weight = batches.Weights.IsEmpty ? [] : batches.Weights.Slice(row, 1);
            loss += network.TrainingGradient(
                batches.Inputs.Slice(row * network.InputSize, network.InputSize),
                batches.Targets.Slice(row * network.OutputSize, network.OutputSize),
                weight,
                (int)(random.NextUInt64() >> 32),
                _gradientOfRow);
            TensorPrimitives.Add<T>(Gradient, _gradientOfRow, Gradient);
        }

        TensorPrimitives.Multiply(Gradient, share, Gradient);
        return loss * share;
    }
}
