using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <content>How a run ends, and what the network has then.</content>
internal sealed partial class TrainingRun<T>
{
    /// <summary>Gets the parameters of the best epoch so far, in the data's units; empty before the first.</summary>
    public T[] BestParameters
    {
        get
        {
            if (_group.Size > 1 && _best.NeedsLosses)
            {
                throw new InvalidOperationException("The processes of a group find out the best parameters together, at the end of training.");
            }

            T[] best = _best.Select(LossWith);
            if (_targetScale is not { } scale || best.Length == 0)
            {
                return best;
            }

            T[] current = _network.Parameters.ToArray();
            best.CopyTo(_network.Parameters);
            scale.Fold(_network);
            T[] folded = _network.Parameters.ToArray();
            current.CopyTo(_network.Parameters);
            return folded;
        }
    }

    /// <summary>Finds out the best parameters while the other processes do so, too; one that trains alone waits until it is asked.</summary>
    private void SelectBest()
    {
        if (_group.Size > 1)
        {
            _best.Select(LossWith);
        }
    }

    private void RestoreBest()
    {
        SelectBest();
        if (_earlyStopping.RestoresBest && _best.End.Length > 0)
        {
            // A checkpoint goes on from the last step, not from the best epoch.
            T[] best = _best.Select(LossWith);
            _finalParameters = _network.Parameters.ToArray();
            best.CopyTo(_network.Parameters);
        }
    }

    /// <summary>Takes the targets' units into the network's last layer. A checkpoint goes on with the parameters as they were.</summary>
    private void FoldTargets()
    {
        if (_targetScale is { } scale)
        {
            _finalParameters ??= _network.Parameters.ToArray();
            scale.Fold(_network);
        }
    }

    private void RequireScalable()
    {
        if (_targetScale is not null)
        {
            TargetScale<T>.Require(_network);
        }
    }

    /// <summary>Whether the network predicts the targets as they are, and better than their mean does.</summary>
    private bool PredictsInDataUnits()
    {
        T[] outputs = new T[_data.Training.Targets.Length];
        _network.PredictBatch(_data.Training.Inputs, outputs);
        return RegressionMetrics.R2<T>(_group.GatherNumbers<T>(outputs), _group.GatherNumbers(_data.Training.Targets), _network.OutputSize) > 0;
    }

    private double LossWith(T[] parameters)
    {
        T[] current = _network.Parameters.ToArray();
        parameters.CopyTo(_network.Parameters);
        double loss = new Evaluator<T>(_network, _data.Training, _options, _group, _targetScale).MeanLoss();
        current.CopyTo(_network.Parameters);
        return loss;
    }

    private void ThrowIfCanceled(CancellationToken cancellationToken)
    {
        if (_group.Size == 1 ? cancellationToken.IsCancellationRequested : _gradient.IsCanceled)
        {
            SelectBest();
            throw new TrainingCanceledException(History(StopReason.Canceled), _position.Step, () => Widen(BestParameters), cancellationToken);
        }
    }

    private void ThrowDiverged(string quantity, long step, double loss)
    {
        IsDiverged = true;
        T[] best = _best.Select(LossWith);
        bool isBest = _earlyStopping.RestoresBest && best.Length > 0;
        (isBest ? best : _lastGood).CopyTo(_network.Parameters);
        string others = best.Length > 0 ? FormattableString.Invariant($" Those of the best epoch, {_earlyStopping.BestEpoch}, are in BestParameters.") : string.Empty;
        string restored = isBest
            ? FormattableString.Invariant($"The network has the parameters of its best epoch, {_earlyStopping.BestEpoch}.")
            : (_lastGoodStep == 1
                ? $"The network has the parameters with which training began{(TensorPrimitives.IsFiniteAll<T>(_lastGood) ? string.Empty : ", which are not finite themselves")}."
                : FormattableString.Invariant($"The network has the parameters with which step {_lastGoodStep} began, the last whose loss and gradient were finite."))
            + others;
        throw new TrainingDivergedException(quantity, restored, History(StopReason.Diverged), Widen(BestParameters))
        {
            Epoch = _position.Epoch + 1,
            Step = step,
            Loss = loss,
            LearningRate = _learningRate,
        };
    }

    private static double[] Widen(T[] parameters) => Array.ConvertAll(parameters, double.CreateChecked);
}
