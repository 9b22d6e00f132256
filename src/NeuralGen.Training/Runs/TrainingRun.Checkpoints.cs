namespace NeuralGen.Training;

/// <content>What a checkpoint keeps of a run.</content>
internal sealed partial class TrainingRun<T>
{
    public void Restore(TrainingCheckpoint<T> checkpoint)
    {
        RequireAgreement();
        TrainingState<T> state = checkpoint.State;
        RequireScalable();
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
        _earlyStopping.BestValue = state.BestValue;
        _earlyStopping.EpochsWithoutImprovement = state.EpochsWithoutImprovement;
        _plateau.Multiplier = state.PlateauMultiplier;
        _plateau.Best = state.PlateauBest;
        _plateau.EpochsWithoutImprovement = state.PlateauEpochs;
        _plateau.CooldownLeft = state.PlateauCooldown;
        _best.Restore(state.EpochStart, state.BestStart, state.BestParameters);
    }

    /// <summary>Checks that all processes of a group train the same way.</summary>
    private void RequireAgreement()
    {
        if (_group.Size > 1)
        {
            CheckpointSettings.Of(_network, _data, _optimizer, _options).RequireAgreement(_group);
        }
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
        BestValue = _earlyStopping.BestValue,
        EpochsWithoutImprovement = _earlyStopping.EpochsWithoutImprovement,
        PlateauMultiplier = _plateau.Multiplier,
        PlateauBest = _plateau.Best,
        PlateauEpochs = _plateau.EpochsWithoutImprovement,
        PlateauCooldown = _plateau.CooldownLeft,
        EpochStart = [.. _best.EpochStart],
        BestStart = [.. _best.Start],
        BestParameters = [.. _best.End],
    });
}
