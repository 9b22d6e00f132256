namespace NeuralGen.Training;

/// <summary>How a <see cref="Trainer{T}"/> trains.</summary>
public sealed class TrainerOptions
{
    private readonly int _epochs = 10;
    private readonly int _batchSize = 32;
    private readonly double _validationSplit;
    private readonly int? _earlyStoppingPatience;
    private readonly double _earlyStoppingMinDelta;
    private readonly int _checkpointEverySteps;
    private readonly int _progressEverySteps;
    private readonly IReadOnlyList<double> _classWeights = [];

    /// <summary>Gets the number of epochs, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 1.</exception>
    public int Epochs
    {
        get => _epochs;
        init => _epochs = HyperParameter.AtLeast(1, value);
    }

    /// <summary>Gets the number of rows of a step, at least 1; the last step of an epoch has what is left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 1.</exception>
    public int BatchSize
    {
        get => _batchSize;
        init => _batchSize = HyperParameter.AtLeast(1, value);
    }

    /// <summary>Gets the learning rate over time; a number is a constant one.</summary>
    public LearningRateSchedule LearningRate { get; init; } = 0.001;

    /// <summary>Gets how the learning rate is reduced when epochs bring no improvement any more, or null if it is not.</summary>
    public ReduceLearningRateOnPlateau? ReduceOnPlateau { get; init; }

    /// <summary>Gets the seed of the order of the rows, of the validation split and of dropout.</summary>
    public int Seed { get; init; }

    /// <summary>Gets a value indicating whether every epoch goes through the rows in another order.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>Gets the share of the training rows that is held back for validation, at least 0 and less than 1. The rows are
    /// drawn at random, as <see cref="Dataset{T}.Split"/> with <see cref="Seed"/> does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double ValidationSplit
    {
        get => _validationSplit;
        init => _validationSplit = HyperParameter.Fraction(value);
    }

    /// <summary>Gets a value indicating whether the rows of <see cref="ValidationSplit"/> have the classes, or the labels, in the
    /// proportions of all rows.</summary>
    public bool StratifiedValidationSplit { get; init; }

    /// <summary>Gets what a normalisation that was declared without numbers takes from the training rows.</summary>
    public NormalizationMethod Normalization { get; init; }

    /// <summary>Gets a value indicating whether the network is trained on standardised targets: less the mean, divided by the standard
    /// deviation of the training rows. It is for amounts whose size is far from 1, which otherwise take long to reach.</summary>
    /// <remarks>
    /// <para>However training ends (all epochs, early stopping, cancellation, divergence), mean and deviation are taken into the
    /// network's last layer, so that it predicts in the data's units; that layer has to be a linear dense one with a bias. Until then,
    /// such as while progress is reported, the network predicts standardised targets, and checkpoints hold such parameters.</para>
    /// <para>The losses of epochs are those of standardised targets; metrics are in the data's units. A network that already predicts
    /// the training rows better than their mean does (R² above 0), because it was trained before, goes on from there.</para>
    /// </remarks>
    public bool ScaleTargets { get; init; }

    /// <summary>Gets the number of epochs in a row without improvement after which training stops, at least 1, or null to train
    /// all epochs. What has to improve is <see cref="EarlyStoppingMetric"/>, else the validation loss, or the training loss if there is no
    /// validation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 1.</exception>
    public int? EarlyStoppingPatience
    {
        get => _earlyStoppingPatience;
        init => _earlyStoppingPatience = value is { } patience ? HyperParameter.AtLeast(1, patience) : null;
    }

    /// <summary>Gets the metric that has to improve instead of the loss, or null; it grows or falls as
    /// <see cref="Metric.IsHigherBetter"/> says. It need not be among <see cref="Metrics"/>. The best epoch is the one with the best
    /// value, whether there is a patience or not.</summary>
    public Metric? EarlyStoppingMetric { get; init; }

    /// <summary>Gets the amount by which the loss has to fall below the best so far, or the metric to get better, to count as an
    /// improvement, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 0.</exception>
    public double EarlyStoppingMinDelta
    {
        get => _earlyStoppingMinDelta;
        init => _earlyStoppingMinDelta = HyperParameter.NonNegative(value);
    }

    /// <summary>Gets a value indicating whether the network has the parameters of its best epoch when training with early stopping
    /// ends, whether it stopped early, did all epochs or diverged. Only cancellation leaves the parameters of the last step; then
    /// <see cref="Trainer{T}.BestParameters"/> has those of the best epoch.</summary>
    /// <remarks>Without validation an epoch's loss is measured while its steps change the parameters. The best parameters are then
    /// those at the epoch's beginning or at its end, whichever have the smaller loss on the training rows.</remarks>
    public bool RestoreBestWeights { get; init; } = true;

    /// <summary>Gets a weight per class of the training data for the loss of its rows, or none. What a row's class is,
    /// <see cref="Dataset{T}"/> says; its <see cref="Dataset{T}.BalancedClassWeights"/> are often wanted. A row of several labels
    /// (<see cref="Classification"/>) has the mean of their weights, one without labels 1. Validation losses are not
    /// weighted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">a weight is less than 0 or not finite.</exception>
    public IReadOnlyList<double> ClassWeights
    {
        get => _classWeights;
        init => _classWeights = [.. value.Select(weight => HyperParameter.NonNegative(weight, nameof(ClassWeights)))];
    }

    /// <summary>Gets the limit of the gradient, or null for none.</summary>
    public GradientClipping? Clipping { get; init; }

    /// <summary>Gets the metrics to compute after every epoch: of the validation rows, or of the training rows if there are
    /// none.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>Gets what the network's outputs tell: a class per row, or a decision each. Metrics and class weights depend on
    /// it.</summary>
    public Classification Classification { get; init; }

    /// <summary>Gets the scale of the network's outputs, which metrics depend on.</summary>
    public OutputScale OutputScale { get; init; }

    /// <summary>Gets the number of steps between two calls of <see cref="Trainer{T}.CheckpointReady"/>, or 0 for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 0.</exception>
    public int CheckpointEverySteps
    {
        get => _checkpointEverySteps;
        init => _checkpointEverySteps = HyperParameter.AtLeast(0, value);
    }

    /// <summary>Gets the number of steps between two reports of progress within an epoch, or 0 to report the ends of epochs
    /// only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is less than 0.</exception>
    public int ProgressEverySteps
    {
        get => _progressEverySteps;
        init => _progressEverySteps = HyperParameter.AtLeast(0, value);
    }

    /// <summary>Gets the metrics that are computed: those to report and those to go by.</summary>
    internal IReadOnlyList<Metric> ComputedMetrics =>
        [.. Metrics.Concat(new[] { EarlyStoppingMetric, ReduceOnPlateau?.Metric }.OfType<Metric>()).DistinctBy(metric => metric.Name)];
}
