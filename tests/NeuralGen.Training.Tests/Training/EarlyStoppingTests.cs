using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>The scripted network's parameter is the number of the epoch, and its validation loss the script's entry for
/// it.</summary>
public class EarlyStoppingTests
{
    private static readonly double[] Losses = [5, 3, 4, 3.5, 2, 9, 9, 9, 9, 9];

    [Fact]
    public void StopsAfterPatienceAndRestoresTheBestWeights()
    {
        (TrainingHistory history, double parameter) = Fit(new() { EarlyStoppingPatience = 2 });
        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal(4, history.Epochs.Count);
        Assert.Equal(2, history.BestEpoch);
        Assert.Equal(2, parameter);
    }

    [Fact]
    public void AnImprovementStartsThePatienceAnew()
    {
        (TrainingHistory history, double parameter) = Fit(new() { EarlyStoppingPatience = 3 });
        Assert.Equal(8, history.Epochs.Count);
        Assert.Equal(5, history.BestEpoch);
        Assert.Equal(5, parameter);
    }

    [Fact]
    public void ImprovementsBelowTheMinimumDeltaDoNotCount()
    {
        (TrainingHistory history, double parameter) = Fit(new() { EarlyStoppingPatience = 3, EarlyStoppingMinDelta = 1 });
        Assert.Equal(5, history.Epochs.Count);
        Assert.Equal(2, history.BestEpoch);
        Assert.Equal(2, parameter);
    }

    [Fact]
    public void LastWeightsStayIfWanted()
    {
        (TrainingHistory history, double parameter) = Fit(new() { EarlyStoppingPatience = 2, RestoreBestWeights = false });
        Assert.Equal(2, history.BestEpoch);
        Assert.Equal(4, parameter);
    }

    [Fact]
    public void BestWeightsAreRestoredWhenAllEpochsAreDoneToo()
    {
        (TrainingHistory history, double parameter) = Fit(new() { EarlyStoppingPatience = 9 });
        Assert.Equal(StopReason.Completed, history.StopReason);
        Assert.Equal(5, parameter);
    }

    [Fact]
    public void WithoutPatienceTheLastWeightsStay()
    {
        (TrainingHistory history, double parameter) = Fit(new());
        Assert.Equal(5, history.BestEpoch);
        Assert.Equal(Losses.Length, parameter);
    }

    [Fact]
    public void TrainingLossIsMonitoredIfThereIsNoValidation()
    {
        // The loss of an epoch is that before its step: the best is the sixth epoch's, after which the parameter is 6.
        ScriptedNetwork network = new([9, .. Losses]);
        TrainingHistory history = new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 10, LearningRate = 1, EarlyStoppingPatience = 3 })
            .Fit(network, TestData.Numbered(3));
        Assert.Equal(6, history.BestEpoch);
        Assert.Equal(StopReason.EarlyStopping, history.StopReason);
        Assert.Equal(6, network.Parameters[0]);
    }

    [Fact]
    public void ACheckpointAfterTheEndGoesOnFromTheLastWeightsNotTheBest()
    {
        ScriptedNetwork network = new(Losses);
        TrainerOptions Options(int epochs) => new() { Epochs = epochs, LearningRate = 1, EarlyStoppingPatience = 9 };
        Trainer<double> first = new(new SgdOptimizer<double>(), Options(3));
        first.Fit(network, TestData.Numbered(3), TestData.Numbered(1));
        Assert.Equal(2, network.Parameters[0]);

        TrainingHistory history = new Trainer<double>(new SgdOptimizer<double>(), Options(6))
            .Resume(first.CreateCheckpoint(), network, TestData.Numbered(3), TestData.Numbered(1));
        Assert.Equal(Losses[..6], history.ValidationLosses);
        Assert.Equal(5, network.Parameters[0]);
    }

    private static (TrainingHistory History, double Parameter) Fit(TrainerOptions options)
    {
        TrainerOptions scripted = new()
        {
            Epochs = Losses.Length,
            LearningRate = 1,
            EarlyStoppingPatience = options.EarlyStoppingPatience,
            EarlyStoppingMinDelta = options.EarlyStoppingMinDelta,
            RestoreBestWeights = options.RestoreBestWeights,
        };
        ScriptedNetwork network = new(Losses);
        TrainingHistory history = new Trainer<double>(new SgdOptimizer<double>(), scripted).Fit(network, TestData.Numbered(3), TestData.Numbered(1));
        return (history, network.Parameters[0]);
    }
}
