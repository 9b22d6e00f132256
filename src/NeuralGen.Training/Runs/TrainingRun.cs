using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>One run of training, from the first step or a checkpoint to the end.</summary>
internal sealed partial class TrainingRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ITrainableNetwork<T> _network;
    private readonly Optimizer<T> _optimizer;
    private readonly TrainerOptions _options;
    private readonly TrainingData<T> _data;
    private readonly ITrainingGroup _group;
    private readonly MiniBatches<T> _batches;
    private readonly Evaluator<T>? _validation;
    private readonly Evaluator<T> _metrics;
    private readonly EarlyStopping _earlyStopping;
    private readonly BestParameters<T> _best;
    private readonly PlateauState _plateau;
    private readonly TargetScale<T>? _targetScale;
    private readonly List<EpochResult> _results = [];
    private readonly GradientOfStep<T> _gradient;
    private readonly T[] _lastGood;
    private TrainingPosition _position;
    private double _learningRate;
    private TimeSpan _elapsedBefore;
    private long _startTimestamp = Stopwatch.GetTimestamp();
    private T[]? _finalParameters;

    // The number of the step that began with the last good parameters.
    private long _lastGoodStep = 1;

    public TrainingRun(ITrainableNetwork<T> network, TrainingData<T> data, Optimizer<T> optimizer, TrainerOptions options)
    {
        _network = network;
        _optimizer = optimizer;
        _options = options;
        _data = data;
        _group = data.Group ?? SingleProcess.Instance;
        _targetScale = options.ScaleTargets ? TargetScale<T>.Of(data.Training, _group) : null;
        Dataset<T> training = _targetScale?.Apply(data.Training) ?? data.Training;
        _batches = new(training, data.TrainingPart, options.BatchSize, data.ClassWeights, Evaluator<T>.Resolve(network, options) == Classification.MultiLabel);
        _validation = data.Validation is null ? null : new(network, data.Validation, options, _group, _targetScale);
        _metrics = _validation ?? new(network, data.Training, options, _group, _targetScale);
        _earlyStopping = new(options);
        _plateau = new(options.ReduceOnPlateau);
        _best = new(keepsBeginnings: _validation is null && options.EarlyStoppingMetric is null);
        _gradient = new(network, data.Group);
        _lastGood = network.Parameters.ToArray();
    }

    /// <summary>Gets the names in whose order the network was trained.</summary>
    public NetworkOrder Order => _data.Order;

    /// <summary>Gets a value indicating whether the run ended by divergence, so that it cannot go on.</summary>
    public bool IsDiverged { get; private set; }

    private TimeSpan Elapsed => _elapsedBefore + Stopwatch.GetElapsedTime(_startTimestamp);

    /// <summary>Whether the run trains a network.</summary>
    public bool Trains(ITrainableNetwork<T> network) => ReferenceEquals(network, _network);

    public void Start()
    {
        RequireAgreement();
        RequireScalable();
        _optimizer.Reset();
        bool isFresh = _network.NeedsNormalization;
        FitNormalization();
        if (!isFresh && _targetScale is { } scale && PredictsInDataUnits())
        {
            scale.Unfold(_network);
        }

        _network.Parameters.CopyTo(_lastGood);
    }

    public TrainingHistory Execute(IProgress<TrainingProgress>? progress, Action<TrainingCheckpoint<T>>? checkpointReady, CancellationToken cancellationToken)
    {
        _startTimestamp = Stopwatch.GetTimestamp();
        try
        {
            Train(progress, checkpointReady, cancellationToken);
            RestoreBest();
        }
        finally
        {
            // What a network predicts is in the data's units however training ends, be it by an exception of the caller's.
            FoldTargets();
        }

        return History(_earlyStopping.IsExhausted ? StopReason.EarlyStopping : StopReason.Completed);
    }

    private void Train(IProgress<TrainingProgress>? progress, Action<TrainingCheckpoint<T>>? checkpointReady, CancellationToken cancellationToken)
    {
        while (_position.Epoch < _options.Epochs && !_earlyStopping.IsExhausted)
        {
            if (_options.Shuffle)
            {
                _batches.Shuffle(_options.Seed, _position.Epoch);
            }

            // Rounding differs between processors; what has drifted apart by it comes together again.
            _group.BroadcastNumbers(_network.Parameters);
            if (_position.Batch == 0)
            {
                _best.BeginEpoch(_network.Parameters);
            }

            while (_position.Batch < _batches.Count)
            {
                ThrowIfCanceled(cancellationToken);
                TakeStep(cancellationToken.IsCancellationRequested);
                if (_group.Rank > 0)
                {
                    continue;
                }

                if (_options.ProgressEverySteps > 0 && _position.Step % _options.ProgressEverySteps == 0)
                {
                    progress?.Report(Progress(_position.Epoch + 1, _position.MeanLoss, null));
                }

                if (_options.CheckpointEverySteps > 0 && _position.Step % _options.CheckpointEverySteps == 0)
                {
                    checkpointReady?.Invoke(CreateCheckpoint());
                }
            }

            EpochResult result = EndEpoch();
            if (_group.Rank == 0)
            {
                progress?.Report(Progress(result.Epoch, result.Loss, result));
            }
        }
    }

    private void FitNormalization()
    {
        if (_network.NeedsNormalization && _group.Size > 1)
        {
            GroupNormalization.Fit(_network, _group, _data.Training.Inputs, _options.Normalization);
        }
        else if (_network.NeedsNormalization)
        {
            _network.FitNormalization(_data.Training.Inputs, _options.Normalization);
        }
    }

    private void TakeStep(bool isCanceled)
    {
        _batches.Gather(_position.Batch);
        _learningRate = _plateau.Rate(_options.LearningRate.At((double)_position.Step / _batches.Count));
        SplitMix64 random = SplitMix64.ForSequence(_options.Seed, RandomPurpose.Dropout, _position.Step);
        int dropoutSeed = (int)(random.NextUInt64() >> 32);

        T loss = _gradient.Compute(_batches, dropoutSeed, isCanceled);
        Span<T> gradient = _gradient.Gradient;
        if (!T.IsFinite(loss) || !TensorPrimitives.IsFiniteAll<T>(gradient))
        {
            ThrowDiverged(T.IsFinite(loss) ? "the gradient is" : "the loss is", _position.Step + 1, double.CreateChecked(loss));
        }

        _network.Parameters.CopyTo(_lastGood);
        _lastGoodStep = _position.Step + 1;
        _options.Clipping?.Apply(gradient);
        _optimizer.Step(_network.Parameters, gradient, T.CreateChecked(_learningRate));
        if (!TensorPrimitives.IsFiniteAll<T>(_network.Parameters))
        {
            ThrowDiverged("the parameters are", _position.Step + 1, double.CreateChecked(loss));
        }

        _position.LossSum += double.CreateChecked(loss) * _batches.RowsOfAll;
        _position.LossRows += _batches.RowsOfAll;
        _position.Batch++;
        _position.Step++;
    }

    private EpochResult EndEpoch()
    {
        double? validationLoss = _validation?.MeanLoss();
        if (validationLoss is { } value && !double.IsFinite(value))
        {
            ThrowDiverged("the validation loss is", _position.Step, value);
        }

        EpochResult result = new(_position.Epoch + 1, _position.MeanLoss, validationLoss, _learningRate, _metrics.Metrics());
        _results.Add(result);
        _plateau.Observe(result);
        if (_earlyStopping.Observe(result))
        {
            _best.Keep(_network.Parameters);
        }

        _position = new() { Epoch = _position.Epoch + 1, Step = _position.Step };
        return result;
    }

    private TrainingHistory History(StopReason reason) => new([.. _results], _earlyStopping.BestEpoch, reason);

    private TrainingProgress Progress(int epoch, double loss, EpochResult? result) => new()
    {
        Epoch = epoch,
        Epochs = _options.Epochs,
        Step = _position.Step,
        Steps = (long)_options.Epochs * _batches.Count,
        Elapsed = Elapsed,
        Loss = loss,
        LearningRate = _learningRate,
        Result = result,
    };
}
