using System.Numerics;

namespace NeuralGen.Training;

/// <summary>A number that says how good predictions are, which the trainer computes after every epoch.</summary>
/// <remarks>The predictions of a network with a cross-entropy loss are passed as probabilities, whether its output is linear or
/// not; see <see cref="OutputScale"/>.</remarks>
public abstract class Metric
{
    private static readonly Metric[] All =
    [
        new MeanSquaredErrorMetric(), new MeanAbsoluteErrorMetric(), new RootMeanSquaredErrorMetric(), new R2Metric(),
        new AccuracyMetric(), new F1Metric(), new LogLossMetric(), new RocAucMetric(),
        new SubsetAccuracyMetric(), new PrecisionMetric(), new RecallMetric(), new MicroPrecisionMetric(), new MicroRecallMetric(), new MicroF1Metric(),
    ];

    /// <summary>Gets <see cref="RegressionMetrics.MeanSquaredError"/>.</summary>
    public static Metric MeanSquaredError { get; } = Named("mean_squared_error");

    /// <summary>Gets <see cref="RegressionMetrics.MeanAbsoluteError"/>.</summary>
    public static Metric MeanAbsoluteError { get; } = Named("mean_absolute_error");

    /// <summary>Gets <see cref="RegressionMetrics.RootMeanSquaredError"/>.</summary>
    public static Metric RootMeanSquaredError { get; } = Named("root_mean_squared_error");

    /// <summary>Gets <see cref="RegressionMetrics.R2"/>.</summary>
    public static Metric R2 { get; } = Named("r2");

    /// <summary>Gets <see cref="ClassificationMetrics.Accuracy"/>.</summary>
    public static Metric Accuracy { get; } = Named("accuracy");

    /// <summary>Gets <see cref="ClassificationMetrics.SubsetAccuracy"/>.</summary>
    public static Metric SubsetAccuracy { get; } = Named("subset_accuracy");

    /// <summary>Gets <see cref="ClassificationMetrics.Precision"/>.</summary>
    public static Metric Precision { get; } = Named("precision");

    /// <summary>Gets <see cref="ClassificationMetrics.Recall"/>.</summary>
    public static Metric Recall { get; } = Named("recall");

    /// <summary>Gets <see cref="ClassificationMetrics.F1"/>.</summary>
    public static Metric F1 { get; } = Named("f1");

    /// <summary>Gets <see cref="ClassificationMetrics.MicroPrecision"/>.</summary>
    public static Metric MicroPrecision { get; } = Named("micro_precision");

    /// <summary>Gets <see cref="ClassificationMetrics.MicroRecall"/>.</summary>
    public static Metric MicroRecall { get; } = Named("micro_recall");

    /// <summary>Gets <see cref="ClassificationMetrics.MicroF1"/>.</summary>
    public static Metric MicroF1 { get; } = Named("micro_f1");

    /// <summary>Gets <see cref="ClassificationMetrics.LogLoss"/>.</summary>
    public static Metric LogLoss { get; } = Named("log_loss");

    /// <summary>Gets <see cref="NeuralGen.Training.RocAuc.Compute"/>.</summary>
    public static Metric RocAuc { get; } = Named("roc_auc");

    /// <summary>Gets the name under which the metric stands in histories.</summary>
    public abstract string Name { get; }

    /// <summary>Gets a value indicating whether larger numbers are better, as for an accuracy, and not smaller ones, as for an error.
    /// Early stopping and the reduction of learning rates go by it.</summary>
    public virtual bool IsHigherBetter => true;

    /// <summary>Gets one of this class's metrics by its name.</summary>
    /// <param name="name">the name, such as <c>accuracy</c> or <c>roc_auc</c>.</param>
    /// <returns>the metric.</returns>
    /// <exception cref="ArgumentException">there is no such metric.</exception>
    public static Metric Named(string name) =>
        Array.Find(All, metric => metric.Name == name)
        ?? throw new ArgumentException($"There is no metric '{name}'; there are {string.Join(", ", All.Select(metric => metric.Name))}.", nameof(name));

    /// <summary>Computes the metric.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the predictions, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <returns>the number.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's.</exception>
    public abstract double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Computes the metric of a classifier; what its outputs tell makes no difference unless this is overridden.</summary>
    /// <typeparam name="T">the type of the values.</typeparam>
    /// <param name="predictions">the predictions, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="outputSize"/>].</param>
    /// <param name="outputSize">the number of outputs.</param>
    /// <param name="classification">what the outputs tell.</param>
    /// <returns>the number.</returns>
    /// <exception cref="ArgumentException">the lengths differ, or are no multiple of a row's.</exception>
    public virtual double Compute<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize, Classification classification)
        where T : unmanaged, IFloatingPointIeee754<T> => Compute(predictions, targets, outputSize);
}
