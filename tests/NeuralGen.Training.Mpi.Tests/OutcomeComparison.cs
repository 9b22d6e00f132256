using NeuralGen.Training.Mpi.Tests.Worker;

namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Two trainings came to the same, but for rounding.</summary>
internal static class OutcomeComparison
{
    private const double SingleTolerance = 2e-4;
    private const double DoubleTolerance = 1e-9;

    public static void Equal(string scenario, Outcome expected, Outcome actual)
    {
        double tolerance = scenario == Scenarios.Amount ? SingleTolerance : DoubleTolerance;
        Near(expected.Statistics, actual.Statistics, scenario == Scenarios.Amount ? 1e-6 : 1e-12, $"{scenario}: statistics");
        Near(expected.Losses, actual.Losses, tolerance, $"{scenario}: losses");
        Near(expected.ValidationLosses, actual.ValidationLosses, tolerance, $"{scenario}: validation losses");
        Near(expected.Metrics, actual.Metrics, tolerance, $"{scenario}: metrics");
        Near(expected.Parameters, actual.Parameters, tolerance, $"{scenario}: parameters");
        Near(expected.BestParameters, actual.BestParameters, tolerance, $"{scenario}: best parameters");
        Near([expected.Evaluation], [actual.Evaluation], tolerance, $"{scenario}: evaluation");
        Assert.Equal(expected.BestEpoch, actual.BestEpoch);
    }

    private static void Near(double[] expected, double[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            // Weights are about 1, amounts thousands.
            double difference = Math.Abs(expected[index] - actual[index]) / Math.Max(1, Math.Abs(expected[index]));
            Assert.True(difference <= tolerance, FormattableString.Invariant($"{what}: value {index} is {actual[index]:R} instead of {expected[index]:R}."));
        }
    }
}
