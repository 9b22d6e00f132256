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
    private readonly EarlyStopping _earlyStopping;
    private readonly BestParameters<T> _best;
    private readonly List<EpochResult> _results = [];
    private readonly T[] _gradient;
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
        _batches = new(data.Training, options.BatchSize, data.ClassWeights, Evaluator<T>.Resolve(network, options) == Classification.MultiLabel);
        _validation = data.Validation is null ? null : new(network, data.Validation, options);
        _metrics = _validation ?? new(network, data.Training, options);
        _earlyStopping = new(options);
        _best = new(keepsBeginnings: _validation is null);
        _gradient = new T[network.ParameterCount];
        _lastGood = network.Parameters.ToArray();
    }

    /// <summary>Gets a value indicating whether the run ended by divergence, so that it cannot go on.</summary>
    public bool IsDiverged { get; private set; }

    /// <summary>Gets the parameters of the best epoch so far; empty before the first.</summary>
    public T[] BestParameters => _best.Select(LossWith);

    private TimeSpan Elapsed => _elapsedBefore + Stopwatch.GetElapsedTime(_startTimestamp);

    public void Start()
    {
        _optimizer.Reset();
        FitNormalization();
    }

    public void Restore(TrainingCheckpoint<T> checkpoint)
    {
        TrainingState<T> state = checkpoint.State;
        state.Settings.RequireSame(CheckpointSettings.Of(_network, _data, _optimizer, _options));
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
        _lastGoodStep = Math.Max(1, _position.Step);
        _learningRate = state.LearningRate;
        _elapsedBefore = state.Elapsed;
        _results.AddRange(state.Results);
        _earlyStopping.BestEpoch = state.BestEpoch;
        _earlyStopping.BestLoss = state.BestLoss;
        _earlyStopping.EpochsWithoutImprovement = state.EpochsWithoutImprovement;
        _best.Restore(state.EpochStart, state.BestStart, state.BestParameters);
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
        EpochStart = [.. _best.EpochStart],
        BestStart = [.. _best.Start],
        BestParameters = [.. _best.End],
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

            if (_position.Batch == 0)
            {
                _best.BeginEpoch(_network.Parameters);
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
        _lastGoodStep = _position.Step + 1;
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
        if (_earlyStopping.Observe(result))
        {
            _best.Keep(_network.Parameters);
        }

        _position = new() { Epoch = _position.Epoch + 1, Step = _position.Step };
        return result;
    }

    private void RestoreBest()
    {
        if (_earlyStopping.RestoresBest && _best.End.Length > 0)
        {
            // A checkpoint goes on from the last step, not from the best epoch.
            T[] best = BestParameters;
            _finalParameters = _network.Parameters.ToArray();
            best.CopyTo(_network.Parameters);
        }
    }

    private double LossWith(T[] parameters)
    {
        T[] current = _network.Parameters.ToArray();
        parameters.CopyTo(_network.Parameters);
        double loss = new Evaluator<T>(_network, _data.Training, _options).MeanLoss();
        current.CopyTo(_network.Parameters);
        return loss;
    }

    private void ThrowIfCanceled(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            throw new TrainingCanceledException(History(StopReason.Canceled), _position.Step, () => Widen(BestParameters), cancellationToken);
        }
    }

    private void ThrowDiverged(string quantity, long step, double loss)
    {
        IsDiverged = true;
        T[] best = BestParameters;
        bool isBest = _earlyStopping.RestoresBest && best.Length > 0;
        (isBest ? best : _lastGood).CopyTo(_network.Parameters);
        string others = best.Length > 0 ? FormattableString.Invariant($" Those of the best epoch, {_earlyStopping.BestEpoch}, are in BestParameters.") : string.Empty;
        string restored = isBest
            ? FormattableString.Invariant($"The network has the parameters of its best epoch, {_earlyStopping.BestEpoch}.")
            : (_lastGoodStep == 1
                ? $"The network has the parameters with which training began{(TensorPrimitives.IsFiniteAll<T>(_lastGood) ? string.Empty : ", which are not finite themselves")}."
                : FormattableString.Invariant($"The network has the parameters with which step {_lastGoodStep} began, the last whose loss and gradient were finite."))
            + others;
        throw new TrainingDivergedException(quantity, restored, History(StopReason.Diverged), Widen(best))
        {
            Epoch = _position.Epoch + 1,
            Step = step,
            Loss = loss,
            LearningRate = _learningRate,
        };
    }

    private static double[] Widen(T[] parameters) => Array.ConvertAll(parameters, double.CreateChecked);

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
