using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Trains networks by mini-batch gradient descent.</summary>
/// <remarks>
/// <para>The same network, data, options and seed give the same bits on every run. The network's parameters are the starting
/// point; call <see cref="ITrainableNetwork{T}.Initialize"/> for fresh ones. A network whose normalisation has no numbers yet
/// gets them from the training rows, without those that are held back for validation.</para>
/// <para>Cancellation takes effect between two steps: <see cref="TrainingCanceledException"/> (an
/// <see cref="OperationCanceledException"/>) is thrown, the network has the parameters after the last step, and
/// <see cref="CreateCheckpoint"/> gives what <see cref="Resume"/> goes on from, to the same bits as without the interruption. To
/// be safe from crashes, save what <see cref="CheckpointReady"/> gets.</para>
/// <para>Data with names (<see cref="Dataset{T}.InputNames"/>, <see cref="Dataset{T}.TargetNames"/>,
/// <see cref="Dataset{T}.Labels"/>) is put into the order of the network's names: columns and classes that are the same in another
/// order are moved, for two labels and one output the target is turned round. Other labels than the network's are an error, and so
/// are names of columns of which only some are the network's. Names that only one of the two has are not looked at.</para>
/// <para>After the first step of an epoch, steps allocate no memory, unless they report progress or make a checkpoint. A trainer
/// is for one thread at a time.</para>
/// </remarks>
/// <typeparam name="T">the type of the parameters.</typeparam>
/// <param name="optimizer">what changes the parameters; a run of training starts it anew.</param>
/// <param name="options">how to train, or null for the defaults.</param>
public sealed class Trainer<T>(Optimizer<T> optimizer, TrainerOptions? options = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private TrainingRun<T>? _run;

    /// <summary>Gets what changes the parameters.</summary>
    public Optimizer<T> Optimizer { get; } = optimizer ?? throw new ArgumentNullException(nameof(optimizer));

    /// <summary>Gets how to train.</summary>
    public TrainerOptions Options { get; } = options ?? new();

    /// <summary>Gets the processes that train the network together, or null for this one alone.</summary>
    /// <remarks>Each process gives <see cref="Fit"/>, <see cref="Resume"/> and <see cref="Evaluate"/> its part of the rows, with the same network
    /// and the same options, and all of them call these together. The batches are those of one process that has all rows, so
    /// <see cref="TrainerOptions.BatchSize"/> counts the rows of all, and the network becomes the same, but for rounding. Process 0 reports
    /// progress and gets checkpoints; cancelling one process cancels all, after a step. Networks with dropout are computed row by row, since what is
    /// dropped must not depend on who has which row.</remarks>
    public ITrainingGroup? Group { get; init; }

    /// <summary>Gets or sets what is called with a checkpoint every <see cref="TrainerOptions.CheckpointEverySteps"/>
    /// steps.</summary>
    public Action<TrainingCheckpoint<T>>? CheckpointReady { get; set; }

    /// <summary>Gets the parameters of the best epoch (<see cref="TrainingHistory.BestEpoch"/>) of the training that ran last or is
    /// reporting progress, however it ended; none if no epoch is finished. To use them:
    /// <c>trainer.BestParameters.CopyTo(network.Parameters)</c>.</summary>
    /// <remarks>Without validation they are found when they are first asked for, which computes the loss of the training rows
    /// twice.</remarks>
    public ReadOnlySpan<T> BestParameters => _run is null ? [] : _run.BestParameters;

    /// <summary>Trains a network from the first step.</summary>
    /// <param name="network">the network.</param>
    /// <param name="training">the rows to train on.</param>
    /// <param name="validation">the rows to validate on after every epoch, or null.</param>
    /// <param name="progress">what is told after every epoch, or null.</param>
    /// <param name="cancellationToken">ends training after the current step.</param>
    /// <returns>what came out of the epochs.</returns>
    /// <exception cref="ArgumentException">the sizes or the names of the network, the data and the options do not fit together, or a
    /// target is outside what the loss is defined for: 0 to 1 for a cross-entropy, and with the sum 1 for the categorical
    /// one.</exception>
    /// <exception cref="InvalidOperationException">targets are to be scaled, but the network's last layer is not a linear dense one with a
    /// bias.</exception>
    /// <exception cref="TrainingCanceledException">training was cancelled.</exception>
    /// <exception cref="TrainingDivergedException">a loss, a gradient or a parameter became infinite or no
    /// number.</exception>
    public TrainingHistory Fit(
        ITrainableNetwork<T> network,
        Dataset<T> training,
        Dataset<T>? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        return Together(() =>
        {
            TrainingRun<T> run = new(network, TrainingData<T>.For(network, training, validation, Options, Group), Optimizer, Options);
            run.Start();
            return Execute(run, progress, cancellationToken);
        });
    }

    /// <summary>Goes on with training from a checkpoint.</summary>
    /// <remarks>The data and the options have to be those of the interrupted training; only
    /// <see cref="TrainerOptions.Epochs"/> may differ, to train longer.</remarks>
    /// <param name="checkpoint">the checkpoint.</param>
    /// <param name="network">the network; it gets the parameters and the statistics of the checkpoint.</param>
    /// <param name="training">the rows to train on.</param>
    /// <param name="validation">the rows to validate on after every epoch, or null.</param>
    /// <param name="progress">what is told after every epoch, or null.</param>
    /// <param name="cancellationToken">ends training after the current step.</param>
    /// <returns>what came out of the epochs, those before the checkpoint included.</returns>
    /// <exception cref="ArgumentException">the sizes or the names of the network, the data and the options do not fit together, or a
    /// target is outside what the loss is defined for: 0 to 1 for a cross-entropy, and with the sum 1 for the categorical
    /// one.</exception>
    /// <exception cref="FormatException">the checkpoint is of another network, other data or other options.</exception>
    /// <exception cref="InvalidOperationException">targets are to be scaled, but the network's last layer is not a linear dense one with a
    /// bias.</exception>
    /// <exception cref="TrainingCanceledException">training was cancelled.</exception>
    /// <exception cref="TrainingDivergedException">a loss, a gradient or a parameter became infinite or no
    /// number.</exception>
    public TrainingHistory Resume(
        TrainingCheckpoint<T> checkpoint,
        ITrainableNetwork<T> network,
        Dataset<T> training,
        Dataset<T>? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return Together(() =>
        {
            TrainingRun<T> run = new(network, TrainingData<T>.For(network, training, validation, Options, Group), Optimizer, Options);
            run.Restore(checkpoint);
            return Execute(run, progress, cancellationToken);
        });
    }

    /// <summary>Makes a checkpoint after the last step of the training that ended last, by itself or by cancellation, or of the
    /// training that is reporting progress.</summary>
    /// <returns>the checkpoint; later steps do not change it.</returns>
    /// <exception cref="InvalidOperationException">nothing was trained yet, or training diverged.</exception>
    public TrainingCheckpoint<T> CreateCheckpoint() =>
        _run is { IsDiverged: false } run
            ? run.CreateCheckpoint()
            : throw new InvalidOperationException(_run is null
                ? "There is no training to go on with: none was started."
                : "There is no training to go on with: it diverged. BestParameters has the parameters of its best epoch, if one is finished.");

    /// <summary>Writes what <see cref="CreateCheckpoint"/> returns.</summary>
    /// <param name="stream">where to write; it stays open.</param>
    /// <exception cref="InvalidOperationException">nothing was trained yet, or training diverged.</exception>
    public void SaveCheckpoint(Stream stream) => CreateCheckpoint().Save(stream);

    /// <summary>Computes the loss and the metrics of <see cref="Options"/> on a data set, such as one that training has not
    /// seen.</summary>
    /// <remarks>A network without names that this trainer trained last has those of its training rows.</remarks>
    /// <param name="network">the network.</param>
    /// <param name="data">the rows.</param>
    /// <returns>the loss and the metrics.</returns>
    /// <exception cref="ArgumentException">the sizes of the network and the data differ, or their labels, or a target is outside what
    /// the loss is defined for.</exception>
    public Evaluation Evaluate(ITrainableNetwork<T> network, Dataset<T> data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        NetworkOrder order = _run is { } run && run.Trains(network) ? run.Order : NetworkOrder.Of(network);
        return Together(() =>
        {
            Evaluator<T> evaluator = new(network, TrainingData<T>.Arrange(network, order, data, nameof(data)).Data, Options, Group ?? SingleProcess.Instance);
            return new Evaluation(evaluator.MeanLoss(), evaluator.Metrics());
        });
    }

    /// <summary>Does what all processes do. One that cannot go on says so, unless all end the same way.</summary>
    private TResult Together<TResult>(Func<TResult> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is not (TrainingCanceledException or TrainingDivergedException))
        {
            Group?.Fail(exception);
            throw;
        }
    }

    private TrainingHistory Execute(TrainingRun<T> run, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        _run = run;
        return run.Execute(progress, CheckpointReady, cancellationToken);
    }
}
