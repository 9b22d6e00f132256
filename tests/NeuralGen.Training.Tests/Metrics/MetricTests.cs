namespace NeuralGen.Training.Tests.Metrics;

/// <summary>The expected numbers are scikit-learn's for the same values.</summary>
public class MetricTests
{
    private static readonly double[] BinaryTargets = [0, 0, 1, 1, 1, 0, 1, 0];
    private static readonly double[] BinaryScores = [0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.7];

    private static readonly double[] ClassTargets = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0];
    private static readonly double[] ClassScores = [0.6, 0.3, 0.1, 0.2, 0.5, 0.3, 0.3, 0.3, 0.4, 0.5, 0.2, 0.3, 0.3, 0.3, 0.4, 0.4, 0.4, 0.2];

    [Fact]
    public void RegressionOfOneOutput()
    {
        double[] targets = [3, -0.5, 2, 7];
        double[] predictions = [2.5, 0, 2, 8];
        Assert.Equal(0.375, RegressionMetrics.MeanSquaredError<double>(predictions, targets), 1e-12);
        Assert.Equal(0.5, RegressionMetrics.MeanAbsoluteError<double>(predictions, targets), 1e-12);
        Assert.Equal(0.6123724356957945, RegressionMetrics.RootMeanSquaredError<double>(predictions, targets), 1e-12);
        Assert.Equal(0.9486081370449679, RegressionMetrics.R2<double>(predictions, targets), 1e-12);
    }

    [Fact]
    public void RegressionOfSeveralOutputsIsTheMeanOverThem()
    {
        double[] targets = [0.5, 1, -1, 1, 7, -6];
        double[] predictions = [0, 2, -1, 2, 8, -5];
        Assert.Equal(0.7083333333333334, RegressionMetrics.MeanSquaredError<double>(predictions, targets), 1e-12);
        Assert.Equal(0.75, RegressionMetrics.MeanAbsoluteError<double>(predictions, targets), 1e-12);
        Assert.Equal(0.8227486121839513, RegressionMetrics.RootMeanSquaredError<double>(predictions, targets, 2), 1e-12);
        Assert.Equal(0.9368005266622779, RegressionMetrics.R2<double>(predictions, targets, 2), 1e-12);
    }

    [Fact]
    public void R2OfAConstantTarget()
    {
        Assert.Equal(1, RegressionMetrics.R2<float>([1, 1, 1], [1, 1, 1]));
        Assert.Equal(0, RegressionMetrics.R2<float>([1, 1, 2], [1, 1, 1]));
        Assert.Equal(double.NaN, RegressionMetrics.R2<float>([1], [2]));
    }

    [Fact]
    public void BinaryClassification()
    {
        Assert.Equal(0.625, ClassificationMetrics.Accuracy<double>(BinaryScores, BinaryTargets));
        Assert.Equal(0.5714285714285714, ClassificationMetrics.F1<double>(BinaryScores, BinaryTargets), 1e-12);
        Assert.Equal(0.5782001863575765, ClassificationMetrics.LogLoss<double>(BinaryScores, BinaryTargets), 1e-12);
        Assert.Equal(0.6875, RocAuc.Compute<double>(BinaryScores, BinaryTargets), 1e-12);
    }

    [Fact]
    public void MultiClassClassification()
    {
        Assert.Equal(2 / 3.0, ClassificationMetrics.Accuracy<double>(ClassScores, ClassTargets, 3), 1e-12);
        Assert.Equal(0.6555555555555556, ClassificationMetrics.F1<double>(ClassScores, ClassTargets, 3), 1e-12);
        Assert.Equal(0.9074166461210197, ClassificationMetrics.LogLoss<double>(ClassScores, ClassTargets, 3), 1e-12);
        Assert.Equal(0.7916666666666666, RocAuc.Compute<double>(ClassScores, ClassTargets, 3), 1e-12);
    }

    [Fact]
    public void ConfusionMatrixCountsActualByPredicted()
    {
        ConfusionMatrix binary = ConfusionMatrix.FromPredictions<double>(BinaryScores, BinaryTargets);
        Assert.Equal("3 1\n2 2", binary.ToString());
        Assert.Equal(1, binary[0, 1]);
        Assert.Equal(2 / 3.0, binary.Precision(1), 1e-12);
        Assert.Equal(0.5, binary.Recall(1), 1e-12);

        ConfusionMatrix classes = ConfusionMatrix.FromPredictions<double>(ClassScores, ClassTargets, 3);
        Assert.Equal("2 0 0\n0 1 1\n1 0 1", classes.ToString());
        Assert.Equal(3, classes.ClassCount);
    }

    [Fact]
    public void MacroF1LeavesOutClassesThatDoNotOccur()
    {
        double[] targets = [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0];
        double[] predictions = [1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0];
        Assert.Equal(0.7333333333333334, ClassificationMetrics.F1<double>(predictions, targets, 3), 1e-12);
    }

    [Fact]
    public void LogLossLimitsProbabilities()
    {
        Assert.Equal(0.14384103622589056, ClassificationMetrics.LogLoss<double>([1, 0.25], [1, 0]), 1e-12);
        Assert.Equal(18.165667730784467, ClassificationMetrics.LogLoss<double>([0, 0.25], [1, 0]), 1e-9);
    }

    [Fact]
    public void LogLossDividesProbabilitiesByTheirSum() =>
        Assert.Equal(Math.Log(2), ClassificationMetrics.LogLoss<double>([0.6, 0.6, 0.2, 0.2], [1, 0, 0, 1], 2), 1e-12);

    [Fact]
    public void RocAucOfASingleClassIsUndefined() => Assert.Equal(double.NaN, RocAuc.Compute<float>([0.1f, 0.2f], [1, 1]));

    [Fact]
    public void MetricsAreFoundByName()
    {
        Metric[] metrics =
        [
            Metric.MeanSquaredError, Metric.MeanAbsoluteError, Metric.RootMeanSquaredError, Metric.R2,
            Metric.Accuracy, Metric.F1, Metric.LogLoss, Metric.RocAuc,
        ];
        double[] values = Array.ConvertAll(metrics, metric => Metric.Named(metric.Name).Compute<double>(BinaryScores, BinaryTargets, 1));
        double[] expected =
        [
            RegressionMetrics.MeanSquaredError<double>(BinaryScores, BinaryTargets),
            RegressionMetrics.MeanAbsoluteError<double>(BinaryScores, BinaryTargets),
            RegressionMetrics.RootMeanSquaredError<double>(BinaryScores, BinaryTargets),
            RegressionMetrics.R2<double>(BinaryScores, BinaryTargets),
            0.625, 0.5714285714285714, 0.5782001863575765, 0.6875,
        ];
        Assert.All(expected.Zip(values), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Contains("accuracy, f1", Assert.Throws<ArgumentException>("name", () => Metric.Named("acuracy")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongLengthsAreNamed()
    {
        Assert.Contains("2 predictions and 3 targets", Assert.Throws<ArgumentException>(() => RocAuc.Compute<float>(new float[2], new float[3])).Message, StringComparison.Ordinal);
        Assert.Contains("4 predictions; a multiple of 3", Assert.Throws<ArgumentException>(() => ClassificationMetrics.Accuracy<float>(new float[4], new float[4], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RegressionMetrics.MeanSquaredError<float>([], []));
    }
}
