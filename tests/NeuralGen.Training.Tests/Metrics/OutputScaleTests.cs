using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Metrics;

public class OutputScaleTests
{
    [Theory]
    [InlineData(OutputScale.Logits)]
    [InlineData(OutputScale.Probabilities)]
    public void BinaryMetricsAreTheSameForSigmoidAndLinearOutputs(OutputScale scale)
    {
        LinearNetwork<double> network = new(1, 1, LossFunction.BinaryCrossEntropy, scale);
        network.Parameters[0] = 1;

        // Logits of 0.1 and 0.4 mean class 1, although they are below 0.5.
        Dataset<double> data = new([0.1, 0.4, -0.2, 3], [1, 1, 0, 0], 1, 1);
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Metrics = [Metric.Accuracy, Metric.LogLoss] });
        Evaluation evaluation = trainer.Evaluate(network, data);

        Assert.Equal(0.75, evaluation.Metrics["accuracy"]);
        Assert.Equal(evaluation.Loss, evaluation.Metrics["log_loss"], 1e-12);
    }

    [Theory]
    [InlineData(OutputScale.Logits)]
    [InlineData(OutputScale.Probabilities)]
    [InlineData(OutputScale.LogProbabilities)]
    public void CategoricalMetricsAreTheSameOnAllScales(OutputScale scale)
    {
        LinearNetwork<float> network = new(2, 3, LossFunction.CategoricalCrossEntropy, scale);
        network.Initialize(5);
        Dataset<float> data = new([1, 2, -1, 1, 0.5f, 3, 2, 2], [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0], 2, 3);
        Trainer<float> trainer = new(new SgdOptimizer<float>(), new() { Metrics = [Metric.LogLoss] });
        Evaluation evaluation = trainer.Evaluate(network, data);

        Assert.Equal(evaluation.Loss, evaluation.Metrics["log_loss"], 1e-5);
    }

    [Fact]
    public void AGivenScaleIsTaken()
    {
        LinearNetwork<double> network = new(1, 1, LossFunction.BinaryCrossEntropy, OutputScale.Logits);
        network.Parameters[0] = 1;
        Dataset<double> data = new([0.1, 0.4], [1, 1], 1, 1);
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Metrics = [Metric.Accuracy], OutputScale = OutputScale.Probabilities });

        Assert.Equal(0, trainer.Evaluate(network, data).Metrics["accuracy"]);
    }

    [Fact]
    public void LossesThatAreNoCrossEntropyHaveValues()
    {
        LinearNetwork<double> network = new(1);
        network.Parameters[0] = 1;
        Dataset<double> data = new([3, 4], [3, 6], 1, 1);
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Metrics = [Metric.MeanSquaredError] });

        Assert.Equal(2, trainer.Evaluate(network, data).Metrics["mean_squared_error"], 1e-12);
    }

    [Fact]
    public void RowsWithoutAFiniteLossDoNotHideTheScale()
    {
        // The loss of the first row is 0·ln 0.
        LinearNetwork<double> network = new(1, 1, LossFunction.BinaryCrossEntropy, OutputScale.Logits);
        network.Parameters[0] = 0.25;
        Trainer<double> trainer = new(new SgdOptimizer<double>(), new() { Metrics = [Metric.MeanSquaredError] });
        double probability = 1 / (1 + Math.Exp(-0.25));
        Assert.Equal(((1 - probability) * (1 - probability)) / 2, trainer.Evaluate(network, new([1e300, 1], [1, 1], 1, 1)).Metrics["mean_squared_error"], 1e-12);
    }

    [Fact]
    public void MetricsGoByWhatCallersGetRowByRow()
    {
        // A batch is computed in another order of sums: here just below one half.
        Trainer<float> trainer = new(new SgdOptimizer<float>(), new() { Metrics = [Metric.Accuracy], OutputScale = OutputScale.Probabilities });
        Assert.Equal(1, trainer.Evaluate(new HalfNetwork(), new([0], [1], 1, 1)).Metrics["accuracy"]);
    }

    private sealed class HalfNetwork() : TestNetwork<float>(1, 1, 1, LossFunction.BinaryCrossEntropy)
    {
        public override void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => outputs.Fill(MathF.BitDecrement(0.5f));

        protected override void Forward(ReadOnlySpan<float> input, Span<float> output) => output[0] = 0.5f;

        protected override float AddGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> target, float weight, int seed, bool isTraining, Span<float> gradient) => 0;
    }
}
