using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NeuralGen.Training.Mpi.Tests.Networks;

namespace NeuralGen.Training.Mpi.Tests.Worker;

/// <summary>The program that mpirun starts in several processes.</summary>
internal static class Program
{
    private const int Rows = 2000;

    public static int Main(string[] arguments)
    {
        MpiGroup.Run(group =>
        {
            switch (arguments)
            {
                case ["scenarios", string folder]:
                    RunScenarios(group, folder);
                    break;
                case ["interrupted", string checkpoint, string rank]:
                    Interrupt(group, checkpoint, int.Parse(rank, CultureInfo.InvariantCulture));
                    break;
                case ["resumed", string checkpoint, string file]:
                    Resume(group, checkpoint, file);
                    break;
                case ["failing"]:
                    Fail(group);
                    break;
                case ["differing"]:
                    Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { BatchSize = 16 + group.Rank }) { Group = group };
                    trainer.Fit(new Amount(), Worker.Rows.Amounts<float>(0, 50));
                    break;
                case ["canceled"]:
                    Cancel(group);
                    break;
                case ["speed", string batch]:
                    Time(group, int.Parse(batch, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw new ArgumentException($"There is no command {string.Join(' ', arguments)}.");
            }
        });
        return 0;
    }

    private static void RunScenarios(MpiGroup group, string folder)
    {
        // What Open MPI does with signals leaves .NET its own.
        Assert.Throws<NullReferenceException>(() => ((string)null!).Length);
        foreach (string scenario in Scenarios.All)
        {
            Outcome outcome = Scenarios.Run(scenario, group, group.Part);
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{scenario}.{group.Rank}.json")), JsonSerializer.Serialize(outcome));
        }

        if (group.Rank == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Size} processes"));
        }
    }

    private static Trainer<double> LongTraining(MpiGroup group) => new(new AdamOptimizer<double>(), new()
    {
        Epochs = 4,
        BatchSize = 50,
        LearningRate = 0.01,
        Seed = 3,
        ScaleTargets = true,
        CheckpointEverySteps = 7,
    })
    { Group = group };

    private static Dataset<double> Part(MpiGroup group)
    {
        (int start, int count) = group.Part(Rows);
        return Worker.Rows.Amounts<double>(start, count);
    }

    /// <summary>Kills a process as a machine that fails does: without a word.</summary>
    private static void Interrupt(MpiGroup group, string checkpoint, int lost)
    {
        Trainer<double> trainer = LongTraining(group);
        trainer.CheckpointReady = ready =>
        {
            ready.Save(checkpoint);
            if (ready.Step == 70)
            {
                // One that is only killed once another process wants something of it.
                File.WriteAllText(checkpoint + ".kill", "");
            }
        };
        if (group.Rank == lost)
        {
            Thread watch = new(() =>
            {
                while (!File.Exists(checkpoint + ".kill"))
                {
                    Thread.Sleep(1);
                }

                Process.GetCurrentProcess().Kill();
            });
            watch.Start();
        }

        // The network waits once the file is there, so that training does not end before the process is killed.
        trainer.Fit(new AmountDouble(), Part(group), progress: new Pause(() => File.Exists(checkpoint + ".kill")));
    }

    private static void Resume(MpiGroup group, string checkpoint, string file)
    {
        Trainer<double> trainer = LongTraining(group);
        AmountDouble network = new();
        Dataset<double> part = Part(group);
        TrainingHistory history = File.Exists(checkpoint)
            ? trainer.Resume(group.LoadCheckpoint<double>(checkpoint), network, part)
            : trainer.Fit(network, part);
        Evaluation evaluation = trainer.Evaluate(network, part);
        if (group.Rank == 0)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(Outcome.Of(trainer, network, history, evaluation)));
        }
    }

    private static void Fail(MpiGroup group)
    {
        Trainer<double> trainer = LongTraining(group);
        trainer.CheckpointReady = _ => throw new IOException("The disk is full.");
        try
        {
            trainer.Fit(new AmountDouble(), Part(group));
        }
        catch (IOException)
        {
            // A program that hides the exception of one process would leave the others waiting.
        }
    }

    private static void Cancel(MpiGroup group)
    {
        using CancellationTokenSource source = new();
        if (group.Rank == group.Size - 1)
        {
            source.Cancel();
        }

        TrainingCanceledException exception = Assert.Throws<TrainingCanceledException>(() => LongTraining(group).Fit(new AmountDouble(), Part(group), cancellationToken: source.Token));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"process {group.Rank} after step {exception.Step}"));
    }

    private static void Time(MpiGroup group, int batch)
    {
        const int First = 5; // when the run-time system has compiled the steps to its best
        const int Epochs = 15;
        const int Measured = 40_000;
        (int start, int count) = group.Part(Measured);
        Dataset<float> part = Worker.Rows.Amounts<float>(start, count);
        Large network = new();
        TimeSpan first = default;
        TimeSpan last = default;
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { Epochs = First + Epochs, BatchSize = batch, ScaleTargets = true }) { Group = group };
        trainer.Fit(network, part, progress: new Pause(report =>
        {
            first = report.Epoch == First ? report.Elapsed : first;
            last = report.Elapsed;
        }));
        if (group.Rank == 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Size} processes, batch {batch}, {network.Parameters.Length} parameters: {Epochs * Measured / (last - first).TotalSeconds:0} rows a second"));
        }
    }
}
