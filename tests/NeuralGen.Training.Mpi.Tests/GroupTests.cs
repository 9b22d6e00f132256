using NeuralGen.Training.Mpi.Tests.Networks;
using NeuralGen.Training.Mpi.Tests.Worker;

namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Training in a group, whoever brings its processes together.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void The_network_is_the_same_whatever_the_number_of_processes(int size)
    {
        foreach (string scenario in Scenarios.All)
        {
            Outcome one = ThreadGroup.Run(1, group => Scenarios.Run(scenario, group, group.Part)).Single();
            Assert.All(ThreadGroup.Run(size, group => Scenarios.Run(scenario, group, group.Part)), outcome => OutcomeComparison.Equal(scenario, one, outcome));
        }
    }

    [Theory]
    [InlineData(Scenarios.Amount)]
    [InlineData(Scenarios.AmountDouble)]
    [InlineData(Scenarios.Validated)]
    public void A_group_of_one_trains_as_no_group_does(string scenario)
    {
        Outcome one = ThreadGroup.Run(1, group => Scenarios.Run(scenario, group, group.Part)).Single();
        Outcome none = Scenarios.Run(scenario, null, rows => (0, rows));
        Assert.Equal(none.Parameters, one.Parameters);
        Assert.Equal(none.Losses, one.Losses);
        Assert.Equal(none.Metrics, one.Metrics);
    }

    [Fact]
    public void A_checkpoint_of_one_process_goes_on_in_three()
    {
        TrainingCheckpoint<double>? checkpoint = null;
        Outcome whole = ThreadGroup.Run(1, group => Train(group, ready => checkpoint = ready, null)).Single();
        Assert.Equal(20, checkpoint!.Step);
        Assert.All(ThreadGroup.Run(3, group => Train(group, null, checkpoint)), outcome => OutcomeComparison.Equal("resumed", whole, outcome));

        FormatException error = Assert.Throws<FormatException>(() => Trainer(null, null).Resume(checkpoint, new AmountDouble(), Rows.Amounts<double>(0, 200)));
        Assert.StartsWith("The checkpoint is of other training: its SHA-256 of the training rows is ", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<FormatException>(() => ThreadGroup.Run(2, group => Trainer(group, null).Resume(checkpoint, new AmountDouble(), Rows.Amounts<double>(group.Rank * 100, group.Rank == 0 ? 100 : 99))));
        Assert.Equal("The checkpoint is of other training: its training rows is '200', here it is '199'.", error.Message);
    }

    [Fact]
    public void Only_process_0_reports_and_gets_checkpoints()
    {
        int[] calls = ThreadGroup.Run(3, group =>
        {
            int count = 0;
            Trainer<double> trainer = Trainer(group, _ => count++);
            (int start, int rows) = group.Part(200);
            trainer.Fit(new AmountDouble(), Rows.Amounts<double>(start, rows), progress: new Pause(_ => count++));
            return count;
        });
        Assert.Equal([3 + 1, 0, 0], calls);
    }

    [Fact]
    public void A_part_of_the_rows_cannot_be_split()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ThreadGroup.Run(2, group =>
            new Trainer<double>(new AdamOptimizer<double>(), new() { ValidationSplit = 0.1 }) { Group = group }.Fit(new AmountDouble(), Rows.Amounts<double>(0, 50))));
        Assert.StartsWith("A process of a group has a part of the rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_diverge_in_one_process_end_all()
    {
        TrainingDivergedException error = Assert.Throws<TrainingDivergedException>(() => ThreadGroup.Run(2, group =>
        {
            Trainer<float> trainer = new(new SgdOptimizer<float>(), new() { LearningRate = 1e30, BatchSize = 100 }) { Group = group };
            (int start, int rows) = group.Part(200);
            return trainer.Fit(new Amount(), Rows.Amounts<float>(start, rows));
        }));
        Assert.Contains("diverged in epoch 1", error.Message, StringComparison.Ordinal);
    }

    private static Trainer<double> Trainer(ITrainingGroup? group, Action<TrainingCheckpoint<double>>? ready) => new(new AdamOptimizer<double>(), new()
    {
        Epochs = 3,
        BatchSize = 20,
        LearningRate = 0.01,
        Seed = 3,
        ScaleTargets = true,
        CheckpointEverySteps = 20,
    })
    { Group = group, CheckpointReady = ready };

    private static Outcome Train(ThreadGroup group, Action<TrainingCheckpoint<double>>? ready, TrainingCheckpoint<double>? checkpoint)
    {
        Trainer<double> trainer = Trainer(group, ready);
        AmountDouble network = new();
        (int start, int rows) = group.Part(200);
        Dataset<double> part = Rows.Amounts<double>(start, rows);
        TrainingHistory history = checkpoint is null ? trainer.Fit(network, part) : trainer.Resume(checkpoint, network, part);
        return Outcome.Of(trainer, network, history, trainer.Evaluate(network, part));
    }
}
