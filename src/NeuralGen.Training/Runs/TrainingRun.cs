using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>One run of training, from the first step or a checkpoint to the end.</summary>
internal sealed class TrainingRun<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ITrainableNetwork<T> _network;
    private readonly Optimizer<T> _optimizer;
    private readonly TrainerOptions _options;
    private readonly TrainingData<T> _data;
    private readonly MiniBatches<T> _batches;
    private readonly Evaluator<T>? _validation;
    private readonly Evaluator<T> _metrics;
    private readonly EarlyStopping<T> _earlyStopping;
    private readonly List<EpochResult> _results = [];
    private readonly T[] _gradient;
    private readonly T[] _lastGood;
    private TrainingPosition _position;
    private double _learningRate;
    private TimeSpan _elapsedBefore;
    private long _startTimestamp = Stopwatch.GetTimestamp();
    private T[]? _finalParameters;

    public TrainingRun(ITrainableNetwork<T> network, TrainingData<T> data, Optimizer<T> optimizer, TrainerOptions options)
    {
        _network = network;
        _optimizer = optimizer;
        _options = options;
        _data = data;
        _batches = new(data.Training, options.BatchSize, options.ClassWeights);
        _validation = data.Validation is null ? null : new(network, data.Validation, options);
        _metrics = _validation ?? new(network, data.Training, options);
        _earlyStopping = new(options);
        _gradient = new T[network.ParameterCount];
        _lastGood = network.Parameters.ToArray();
    }

    private TimeSpan Elapsed => _elapsedBefore + Stopwatch.GetElapsedTime(_startTimestamp);

    public void Start()
    {
        _optimizer.Reset();
        FitNormalization();
    }

    public void Restore(TrainingCheckpoint<T> checkpoint)
    {
        TrainingState<T> state = checkpoint.State;
        state.Settings.RequireEqual(CheckpointSettings.Of(_network, _data, _optimizer, _options));
        if (state.Parameters.Length != _network.ParameterCount || state.Statistics.Length != _network.Statistics.Length)
        {
            throw new FormatException(FormattableString.Invariant($"The checkpoint has {state.Parameters.Length} parameters and {state.Statistics.Length} statistics; the network has {_network.ParameterCount} and {_network.Statistics.Length}."));
        }

        _optimizer.Restore(state.OptimizerSteps, state.OptimizerState);

        // The network has to know that its normalisation has numbers; which ones, the checkpoint says.
        FitNormalization();
        state.Parameters.CopyTo(_network.Parameters);
        state.Statistics.CopyTo(_network.Statistics);
        state.LastGood.CopyTo(_lastGood.AsSpan());
        _position = state.Position;
        _learningRate = state.LearningRate;
        _elapsedBefore = state.Elapsed;
        _results.AddRange(state.Results);
        _earlyStopping.BestEpoch = state.BestEpoch;
        _earlyStopping.BestLoss = state.BestLoss;
        _earlyStopping.EpochsWithoutImprovement = state.EpochsWithoutImprovement;
        _earlyStopping.BestParameters = [.. state.BestParameters];
    }

    public TrainingCheckpoint<T> CreateCheckpoint() => new(new TrainingState<T>
    {
        Settings = CheckpointSettings.Of(_network, _data, _optimizer, _options),
        Position = _position,
        LearningRate = _learningRate,
        Elapsed = Elapsed,
        Parameters = _finalParameters ?? _network.Parameters.ToArray(),
        Statistics = _network.Statistics.ToArray(),
        LastGood = [.. _lastGood],
        OptimizerSteps = _optimizer.StepCount,
        OptimizerState = _optimizer.State.ToArray(),
        Results = [.. _results],
        BestEpoch = _earlyStopping.BestEpoch,
        BestLoss = _earlyStopping.BestLoss,
        EpochsWithoutImprovement = _earlyStopping.EpochsWithoutImprovement,
        BestParameters = [.. _earlyStopping.BestParameters],
    });

    public TrainingHistory Execute(IProgress<TrainingProgress>? progress, Action<TrainingCheckpoint<T>>? checkpointReady, CancellationToken cancellationToken)
    {
        _startTimestamp = Stopwatch.GetTimestamp();
        while (_position.Epoch < _options.Epochs && !_earlyStopping.IsExhausted)
        {
            if (_options.Shuffle)
            {
                _batches.Shuffle(_options.Seed, _position.Epoch);
            }

            while (_position.Batch < _batches.Count)
            {
                ThrowIfCanceled(cancellationToken);
                TakeStep();
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
            progress?.Report(Progress(result.Epoch, result.Loss, result));
        }

        RestoreBest();
        return History(_earlyStopping.IsExhausted ? StopReason.EarlyStopping : StopReason.Completed);
    }

    private void FitNormalization()
    {
        if (_network.NeedsNormalization)
        {
            _network.FitNormalization(_data.Training.Inputs);
        }
    }

    private void TakeStep()
    {
        _batches.Gather(_position.Batch);
        _learningRate = _options.LearningRate.At((double)_position.Step / _batches.Count);
        SplitMix64 random = SplitMix64.ForSequence(_options.Seed, RandomPurpose.Dropout, _position.Step);
        int dropoutSeed = (int)(random.NextUInt64() >> 32);

        T loss = _network.TrainingGradient(_batches.Inputs, _batches.Targets, _batches.Weights, dropoutSeed, _gradient);
        if (!T.IsFinite(loss) || !TensorPrimitives.IsFiniteAll<T>(_gradient))
        {
            ThrowDiverged(T.IsFinite(loss) ? "the gradient is" : "the loss is", _position.Step + 1, double.CreateChecked(loss));
        }

        _network.Parameters.CopyTo(_lastGood);
        _options.Clipping?.Apply<T>(_gradient);
        _optimizer.Step(_network.Parameters, _gradient, T.CreateChecked(_learningRate));
        if (!TensorPrimitives.IsFiniteAll<T>(_network.Parameters))
        {
            ThrowDiverged("the parameters are", _position.Step + 1, double.CreateChecked(loss));
        }

        _position.LossSum += double.CreateChecked(loss) * _batches.Rows;
        _position.LossRows += _batches.Rows;
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
        _earlyStopping.Observe(result, _network.Parameters);
        _position = new() { Epoch = _position.Epoch + 1, Step = _position.Step };
        return result;
    }

    private void RestoreBest()
    {
        if (_earlyStopping.BestParameters.Length > 0)
        {
            // A checkpoint goes on from the last step, not from the best epoch.
            _finalParameters = _network.Parameters.ToArray();
            _earlyStopping.BestParameters.CopyTo(_network.Parameters);
        }
    }

    private void ThrowIfCanceled(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            throw new TrainingCanceledException(History(StopReason.Canceled), _position.Step, cancellationToken);
        }
    }

    private void ThrowDiverged(string quantity, long step, double loss)
    {
        _lastGood.CopyTo(_network.Parameters);
        throw new TrainingDivergedException(quantity, _position.Epoch + 1, step, loss, _learningRate);
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
