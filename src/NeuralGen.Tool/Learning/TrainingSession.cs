using NeuralGen.Import;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Models;
using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>Trains a network, compiled in memory, on the rows of a file.</summary>
/// <param name="request">What the command line says.</param>
/// <param name="table">The data.</param>
internal sealed class TrainingSession(TrainingRequest request, TrainingTable table)
{
    /// <summary>Trains.</summary>
    /// <param name="progress">What is told after every epoch.</param>
    /// <param name="cancellationToken">Ends the training with the best epoch so far.</param>
    public TrainingOutcome Run(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        string text = TrainedText.Untrained(table, request);
        using OpenModel model = ModelOpener.FromText(new ModelRequest("network.nn.json", new ImportOptions()) { KeepsTrainable = true }, text);
        ITrainableNetwork<float> network = (ITrainableNetwork<float>)MemoryCompiler.Compile(model, hasGradients: true).Instance!;
        network.Initialize(request.Seed);
        (Dataset<float> training, Dataset<float>? validation) = Split();
        Trainer<float> trainer = new(Optimizer(), Options(training.Rows));
        trainer.CheckpointReady = request.Checkpoint is { } path ? checkpoint => Save(checkpoint, path) : null;
        TrainingHistory history = Train(trainer, network, training, validation, progress, cancellationToken);
        Evaluation evaluation = trainer.Evaluate(network, validation ?? training);
        string trained = ExampleTests.Add(TrainedText.Trained(network, table), validation ?? training, request.Tests);
        return new TrainingOutcome(trained, table, history, training.Rows, validation?.Rows ?? 0, evaluation);
    }

    private TrainingHistory Train(
        Trainer<float> trainer, ITrainableNetwork<float> network, Dataset<float> training, Dataset<float>? validation, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return request.Resume is { } path
                ? trainer.Resume(Load(path), network, training, validation, progress, cancellationToken)
                : trainer.Fit(network, training, validation, progress, cancellationToken);
        }
        catch (TrainingCanceledException exception)
        {
            if (request.Checkpoint is { } kept)
            {
                Save(trainer.CreateCheckpoint(), kept);
            }

            if (exception.History.BestEpoch == 0)
            {
                throw new ToolException("interrupted before the first epoch ended, so there is nothing to keep");
            }

            trainer.BestParameters.CopyTo(network.Parameters);
            return exception.History;
        }
        catch (TrainingDivergedException exception) when (exception.History.BestEpoch > 0)
        {
            // The network has the parameters of its best epoch.
            return exception.History;
        }
        catch (TrainingDivergedException exception)
        {
            throw new ToolException($"{exception.Message} A smaller --learning-rate may help.");
        }
        catch (Exception exception) when (request.Resume is not null && exception is FormatException or InvalidDataException)
        {
            throw new ToolException($"{request.Resume}: error: {exception.Message}");
        }
    }

    private (Dataset<float> Training, Dataset<float>? Validation) Split()
    {
        if (request.Validation == 0)
        {
            return (table.Data.Data, null);
        }

        try
        {
            (Dataset<float> training, Dataset<float> validation) = table.Data.Data.Split(request.Validation, request.Seed, stratified: table.Task == TrainingTask.Classification);
            return (training, validation);
        }
        catch (ArgumentException)
        {
            throw new ToolException(FormattableString.Invariant($"{request.Data}: error: {table.Data.Data.Rows} rows are too few to hold {request.Validation:P0} back; --validation 0 trains on all"));
        }
    }

    private TrainerOptions Options(int rows) => new()
    {
        Epochs = request.Epochs,
        BatchSize = request.BatchSize,
        LearningRate = request.LearningRate,
        Seed = request.Seed,
        ScaleTargets = table.Task == TrainingTask.Regression,
        EarlyStoppingPatience = request.Patience > 0 ? request.Patience : null,
        Metrics = table.Task == TrainingTask.Regression
            ? [Metric.R2, Metric.MeanAbsoluteError, Metric.RootMeanSquaredError]
            : [Metric.Accuracy, Metric.F1, Metric.LogLoss],
        CheckpointEverySteps = request.Checkpoint is null ? 0 : Math.Max(1, (rows + request.BatchSize - 1) / request.BatchSize),
    };

    private Optimizer<float> Optimizer() => request.Optimizer switch
    {
        "adamw" => new AdamWOptimizer<float>(),
        "rmsprop" => new RmsPropOptimizer<float>(),
        "sgd" => new SgdOptimizer<float>(),
        _ => new AdamOptimizer<float>(),
    };

    private static TrainingCheckpoint<float> Load(string path)
    {
        try
        {
            using FileStream stream = Output.InputFile.Open(path);
            return TrainingCheckpoint.Load<float>(stream);
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or EndOfStreamException)
        {
            throw new ToolException($"{path}: cannot be read as a checkpoint: {exception.Message}");
        }
    }

    private static void Save(TrainingCheckpoint<float> checkpoint, string path)
    {
        try
        {
            checkpoint.Save(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: cannot be written: {Output.AtomicFile.Words(exception)}");
        }
    }
}
