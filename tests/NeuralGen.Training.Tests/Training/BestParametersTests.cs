using NeuralGen.Training.Tests.EndToEnd;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

/// <summary>The parameters of the best epoch, however training ends.</summary>
public class BestParametersTests
{
    private static readonly Dataset<double> Line = new([1, 2, 3], [2, 4, 6], 1, 1);
    private static readonly Dataset<double> Other = new([1], [1.5], 1, 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DivergenceRestoresTheBestEpoch(bool hasValidation)
    {
        // 30 good steps, then ever worse ones until the loss overflows: those of epoch 31 on are finite and useless.
        LinearNetwork<double> network = new(1);
        Trainer<double> trainer = Spiking(patience: 1000);
        List<double> losses = [];
        EpochProgress progress = new(() => losses.Add(trainer.Evaluate(network, hasValidation ? Other : Line).Loss));
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(network, Line, hasValidation ? Other : null, progress));

        double best = losses.Min();
        Assert.Equal(best, trainer.Evaluate(network, hasValidation ? Other : Line).Loss);
        Assert.Equal(network.Parameters.ToArray(), exception.BestParameters);
        Assert.Equal(network.Parameters.ToArray(), trainer.BestParameters.ToArray());
        Assert.Equal(StopReason.Diverged, exception.History.StopReason);
        Assert.Equal(losses.Count, exception.History.Epochs.Count);
        Assert.Equal(hasValidation ? losses.IndexOf(best) + 1 : 31, exception.History.BestEpoch);
        Assert.Contains($"learning rate 50). The network has the parameters of its best epoch, {exception.History.BestEpoch}. Try a smaller", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no training to go on with: it diverged. BestParameters has", Assert.Throws<InvalidOperationException>(() => trainer.CreateCheckpoint()).Message);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(1000, false)]
    public void WithoutRestoringTheyAreInTheException(int? patience, bool restores)
    {
        LinearNetwork<double> network = new(1);
        Trainer<double> trainer = Spiking(patience, restores);
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(network, Line));

        Assert.Contains(
            FormattableString.Invariant($"The network has the parameters with which step {exception.Step - 1} began, the last whose loss and gradient were finite. Those of the best epoch, 31, are in BestParameters."),
            exception.Message,
            StringComparison.Ordinal);
        Assert.True(Math.Abs(network.Parameters[0]) > 1e100);
        exception.BestParameters.ToArray().CopyTo(network.Parameters);
        Assert.Equal(exception.History.Losses[30], trainer.Evaluate(network, Line).Loss, 1e-12);
    }

    [Fact]
    public void ASpikeThatStaysFiniteDoesNotSpoilThemEither()
    {
        // Early stopping ends it four epochs after the step that spoilt the parameters of the best epoch, the one before it.
        LinearNetwork<double> network = new(1);
        Trainer<double> trainer = Spiking(patience: 4);
        TrainingHistory history = trainer.Fit(network, Line);
        Assert.Equal((StopReason.EarlyStopping, 31, 35), (history.StopReason, history.BestEpoch, history.Epochs.Count));
        Assert.Equal(history.Losses[30], trainer.Evaluate(network, Line).Loss, 1e-12);
        Assert.Equal(network.Parameters.ToArray(), trainer.BestParameters.ToArray());
    }

    [Theory]
    [InlineData(0, 1, "The network has the parameters with which training began. Try")]
    [InlineData(2, 3, "The network has the parameters with which step 2 began, the last whose loss and gradient were finite. Try")]
    public void BeforeTheFirstEpochIsFinishedThereIsNoBest(int goodSteps, int badStep, string restored)
    {
        LinearNetwork<double> network = new(1) { FalsifyLoss = (call, loss) => call > goodSteps ? double.NaN : loss };
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { BatchSize = 1, EarlyStoppingPatience = 5, LearningRate = 0.01 });
        network.Initialize(1);
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(network, Line));
        Assert.Equal(badStep, exception.Step);
        Assert.Empty(exception.BestParameters);
        Assert.Equal(0, trainer.BestParameters.Length);
        Assert.Equal(0, exception.History.BestEpoch);
        Assert.DoesNotContain("BestParameters", exception.Message, StringComparison.Ordinal);
        Assert.Contains(restored, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ParametersThatWereNoNumbersAtFirstAreCalledSo()
    {
        LinearNetwork<double> network = new(1);
        network.Parameters[0] = double.NaN;
        TrainingDivergedException exception = Assert.Throws<TrainingDivergedException>(() => new Trainer<double>(new SgdOptimizer<double>()).Fit(network, Line));
        Assert.Contains("The network has the parameters with which training began, which are not finite themselves.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CancellationKeepsTheLastStepAndOffersTheBest(bool hasValidation)
    {
        LinearNetwork<double> network = new(1);
        using CancellationTokenSource source = new();
        Trainer<double> trainer = Spiking(patience: 1000);
        List<double> losses = [];
        List<double[]> parameters = [];
        EpochProgress progress = new(() =>
        {
            parameters.Add(network.Parameters.ToArray());
            losses.Add(trainer.Evaluate(network, hasValidation ? Other : Line).Loss);
            if (losses.Count == 34)
            {
                source.Cancel();
            }
        });
        TrainingCanceledException exception = Assert.Throws<TrainingCanceledException>(
            () => trainer.Fit(network, Line, hasValidation ? Other : null, progress, source.Token));

        Assert.Equal(parameters[^1], network.Parameters.ToArray());
        Assert.EndsWith(
            FormattableString.Invariant($"after 34 steps, with 34 epochs finished. The network has the parameters of that step. Those of the best epoch, {exception.History.BestEpoch}, are in BestParameters."),
            exception.Message);
        TrainingCheckpoint<double> checkpoint = trainer.CreateCheckpoint();
        Assert.Equal(parameters[losses.IndexOf(losses.Min())], exception.BestParameters);
        Assert.Equal(exception.BestParameters, trainer.BestParameters.ToArray());
        Assert.Equal(parameters[^1], network.Parameters.ToArray());
        Assert.Equal(parameters[^1], checkpoint.Parameters.ToArray());
        Assert.Equal(exception.History.BestEpoch, checkpoint.BestEpoch);
        Assert.Equal(parameters[checkpoint.BestEpoch - 1], checkpoint.BestParameters.ToArray());
    }

    [Fact]
    public void CancellationBeforeTheFirstEpochHasNoBest()
    {
        TrainingCanceledException exception = Assert.Throws<TrainingCanceledException>(
            () => new Trainer<double>(new SgdOptimizer<double>()).Fit(new LinearNetwork<double>(1), Line, cancellationToken: new(canceled: true)));
        Assert.Empty(exception.BestParameters);
        Assert.EndsWith("The network has the parameters of that step.", exception.Message);
        Assert.Empty(new TrainingCanceledException().BestParameters);
        Assert.Empty(new TrainingDivergedException().BestParameters);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AResumedRunKnowsThemToo(bool hasValidation)
    {
        Dataset<double>? validation = hasValidation ? Other : null;
        double[] whole = Diverge(trainer => network => trainer.Fit(network, Line, validation));
        foreach (int step in new[] { 5, 30, 31, 32, 35 })
        {
            TrainingCheckpoint<double>? checkpoint = null;
            Trainer<double> first = Spiking(patience: 1000, checkpointEverySteps: step);
            first.CheckpointReady = ready => checkpoint ??= ready;
            Assert.Throws<TrainingDivergedException>(() => first.Fit(new LinearNetwork<double>(1), Line, validation));
            using MemoryStream stream = new();
            checkpoint!.Save(stream);
            stream.Position = 0;
            TrainingCheckpoint<double> loaded = TrainingCheckpoint.Load<double>(stream);
            Assert.Equal(whole, Diverge(trainer => network => trainer.Resume(loaded, network, Line, validation)));
        }

        static double[] Diverge(Func<Trainer<double>, Func<LinearNetwork<double>, TrainingHistory>> train)
        {
            LinearNetwork<double> network = new(1);
            Assert.Throws<TrainingDivergedException>(() => train(Spiking(patience: 1000))(network));
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void TheTrainerHasThemAfterAnyRun()
    {
        LinearNetwork<double> network = new(1);
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Epochs = 40, LearningRate = new StepDecay(0.05, 20, 10) });
        Assert.Equal(0, trainer.BestParameters.Length);
        TrainingHistory history = trainer.Fit(network, Line, Other);
        Assert.NotEqual(network.Parameters.ToArray(), trainer.BestParameters.ToArray());
        trainer.BestParameters.CopyTo(network.Parameters);
        Assert.Equal(history.ValidationLosses.Min(), trainer.Evaluate(network, Other).Loss);
    }

    private static Trainer<double> Spiking(int? patience, bool restores = true, int checkpointEverySteps = 0) => new(new SgdOptimizer<double>(), new()
    {
        Epochs = 500,
        LearningRate = new Spike(),
        EarlyStoppingPatience = patience,
        RestoreBestWeights = restores,
        CheckpointEverySteps = checkpointEverySteps,
    });

    private sealed class Spike : LearningRateSchedule
    {
        public override string Settings => "spike";

        public override double At(double epoch) => epoch < 30 ? 0.05 : 50;
    }
}
