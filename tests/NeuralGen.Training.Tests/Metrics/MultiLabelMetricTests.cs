namespace NeuralGen.Training.Tests.Metrics;

/// <summary>Metrics of decisions of their own; the expected numbers are scikit-learn's for the same multilabel indicators.</summary>
public class MultiLabelMetricTests
{
    // Four rows of three labels.
    private static readonly double[] Targets = [1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1];
    private static readonly double[] Scores = [0.9, 0.5, 0.4, 0.6, 0.7, 0.2, 0.1, 0.2, 0.3, 0.8, 0.6, 0.1];

    [Fact]
    public void EveryOutputIsADecision()
    {
        Assert.Equal(9 / 12.0, ClassificationMetrics.Accuracy<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        Assert.Equal(2 / 4.0, ClassificationMetrics.SubsetAccuracy<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        Assert.Equal((2 / 3.0 + 2 / 3.0 + 0) / 3, ClassificationMetrics.Precision<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        Assert.Equal(2 / 3.0, ClassificationMetrics.Recall<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        Assert.Equal((0.8 + 0.8 + 0) / 3, ClassificationMetrics.F1<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        Assert.Equal(4 / 6.0, ClassificationMetrics.MicroPrecision<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        Assert.Equal(4 / 5.0, ClassificationMetrics.MicroRecall<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        Assert.Equal(8 / 11.0, ClassificationMetrics.MicroF1<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);

        // The areas of the labels are 1, 3/4 and 0.
        Assert.Equal(1.75 / 3, RocAuc.Compute<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
        double loss = Scores.Zip(Targets, (p, t) => -Math.Log(t == 1 ? p : 1 - p)).Average();
        Assert.Equal(loss, ClassificationMetrics.LogLoss<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12);
    }

    [Fact]
    public void EveryLabelHasAMatrix()
    {
        IReadOnlyList<ConfusionMatrix> labels = ConfusionMatrix.PerLabel<double>(Scores, Targets, 3);
        Assert.Equal(["1 1\n0 2", "1 1\n0 2", "3 0\n1 0"], labels.Select(label => label.ToString()));
        Assert.All(labels, label => Assert.Equal(2, label.ClassCount));
    }

    [Fact]
    public void ClassesOfOneRowHaveMicroAndMacroToo()
    {
        double[] targets = [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0];
        double[] predictions = [1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0];
        Assert.Equal(0.75, ClassificationMetrics.MicroF1<double>(predictions, targets, 3), 1e-12);
        Assert.Equal(0.75, ClassificationMetrics.MicroPrecision<double>(predictions, targets, 3), 1e-12);
        Assert.Equal(0.75, ClassificationMetrics.MicroRecall<double>(predictions, targets, 3), 1e-12);
        Assert.Equal(0.75, ClassificationMetrics.SubsetAccuracy<double>(predictions, targets, 3), 1e-12);
        Assert.Equal((2 / 3.0 + 0 + 1) / 3, ClassificationMetrics.Precision<double>(predictions, targets, 3), 1e-12);
        Assert.Equal((1.0 + 0 + 1) / 3, ClassificationMetrics.Recall<double>(predictions, targets, 3), 1e-12);
        Assert.Equal(2 / 3.0, ClassificationMetrics.Precision<double>([0.5, 0.9, 0.9, 0.1], [0, 1, 1, 1]), 1e-12);
        Assert.Equal(2 / 3.0, ClassificationMetrics.MicroRecall<double>([0.5, 0.9, 0.9, 0.1], [0, 1, 1, 1]), 1e-12);
    }

    [Fact]
    public void NamedMetricsTakeTheClassification()
    {
        (Metric Metric, double Value)[] expected =
        [
            (Metric.Accuracy, 0.75), (Metric.SubsetAccuracy, 0.5), (Metric.Precision, 4 / 9.0), (Metric.Recall, 2 / 3.0), (Metric.F1, 1.6 / 3),
            (Metric.MicroPrecision, 2 / 3.0), (Metric.MicroRecall, 0.8), (Metric.MicroF1, 8 / 11.0), (Metric.RocAuc, 1.75 / 3),
        ];
        Assert.All(expected, pair => Assert.Equal(pair.Value, pair.Metric.Compute<double>(Scores, Targets, 3, Classification.MultiLabel), 1e-12));
        Assert.All(expected, pair => Assert.Same(pair.Metric, Metric.Named(pair.Metric.Name)));
        Assert.Equal(RegressionMetrics.R2<double>(Scores, Targets, 3), Metric.R2.Compute<double>(Scores, Targets, 3, Classification.MultiLabel));
        Assert.Equal("accuracy subset_accuracy precision recall f1 micro_precision micro_recall micro_f1 roc_auc", string.Join(' ', expected.Select(pair => pair.Metric.Name)));
    }

    [Fact]
    public void NaNIsNoDecision()
    {
        double[] scores = [double.NaN, 0.9, 0.1, double.NaN];
        Assert.Equal(0.5, ClassificationMetrics.Accuracy<double>(scores, [1, 1, 0, 0], 2, Classification.MultiLabel));
        Assert.Equal(0, ClassificationMetrics.SubsetAccuracy<double>(scores, [1, 1, 0, 0], 2, Classification.MultiLabel));
        Assert.Equal(0, ClassificationMetrics.Accuracy<double>(scores, [0, 1, 1, 0], 2));
        Assert.Equal(0.5, ClassificationMetrics.Accuracy<double>([double.NaN, 0.7], [0, 1]));
        Assert.Equal(0.5, ClassificationMetrics.Recall<double>([double.NaN, 0.7], [1, 1]));
        Assert.Equal(1, ClassificationMetrics.Precision<double>([double.NaN, 0.7], [1, 1]));
        Assert.Equal(double.NaN, RocAuc.Compute<double>([double.NaN, 0.7, 0.1], [1, 1, 0]));
        Assert.Equal(double.NaN, ClassificationMetrics.LogLoss<double>([double.NaN, 0.7], [1, 1]));
        ConfusionMatrix matrix = ConfusionMatrix.FromPredictions<double>(scores, [1, 0, 0, 1], 2);
        Assert.Equal((1, 1, 0, 0), (matrix.Undecided(0), matrix.Undecided(1), matrix[0, 0], matrix[1, 1]));
        Assert.Equal(0, matrix.Accuracy);
        Assert.StartsWith("Row 1, column 0 of the targets is NaN.", Assert.Throws<ArgumentException>("targets", () => ClassificationMetrics.Accuracy<double>([1, 1], [1, double.NaN])).Message);
    }

    [Fact]
    public void OneHalfIsYes()
    {
        Assert.Equal(1, ClassificationMetrics.Accuracy<float>([0.5f], [1]));
        Assert.Equal(0, ClassificationMetrics.Accuracy<float>([0.49999997f], [1]));
        Assert.Equal(1, ClassificationMetrics.Accuracy<double>([0.5, 0.5], [1, 0], 2));
        Assert.Equal(1, ClassificationMetrics.Accuracy<double>([-0.0, 0.0], [1, 0], 2));
    }
}
