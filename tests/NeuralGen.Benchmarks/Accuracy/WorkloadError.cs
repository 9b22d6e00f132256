using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Accuracy;

/// <summary>How far the members of a compiled network are from double precision.</summary>
internal static class WorkloadError
{
    private const int PredictionRows = 256;

    /// <summary>Computes rows by the member that the workload calls, and by the reference.</summary>
    public static double Of<TNetwork>(DenseWeights network, Workload workload)
        where TNetwork : struct, IDenseNetwork<TNetwork> => workload switch
        {
            Workload.Sample => OfPredict<TNetwork>(new(network, PredictionRows)),
            Workload.Batch => OfPredictBatch<TNetwork>(new(network, PredictionRows)),
            Workload.SampleGradient => OfGradient<TNetwork>(new(network, WorkloadRows.BatchGradient)),
            _ => OfGradientBatch<TNetwork>(new(network, WorkloadRows.BatchGradient)),
        };

    private static double OfPredict<TNetwork>(Problem problem)
        where TNetwork : struct, IDenseNetwork<TNetwork>
    {
        RelativeError error = new();
        ReferenceNetwork reference = new(problem);
        float[] output = new float[problem.OutputSize];
        for (int row = 0; row < problem.Rows; row++)
        {
            TNetwork.Predict(problem.InputsOf(row), output);
            error.Add(output, reference.Predict(row));
        }

        return error.Value;
    }

    private static double OfPredictBatch<TNetwork>(Problem problem)
        where TNetwork : struct, IDenseNetwork<TNetwork>
    {
        RelativeError error = new();
        ReferenceNetwork reference = new(problem);
        float[] outputs = new float[problem.Rows * problem.OutputSize];
        TNetwork.PredictBatch(problem.Inputs, outputs);
        for (int row = 0; row < problem.Rows; row++)
        {
            error.Add(outputs.AsSpan(row * problem.OutputSize, problem.OutputSize), reference.Predict(row));
        }

        return error.Value;
    }

    private static double OfGradient<TNetwork>(Problem problem)
        where TNetwork : struct, IDenseNetwork<TNetwork>
    {
        RelativeError error = new();
        ReferenceNetwork reference = new(problem);
        float[] gradient = new float[problem.ParameterCount];
        double[] expected = new double[problem.ParameterCount];
        for (int row = 0; row < problem.Rows; row++)
        {
            TNetwork.Gradient(problem.InputsOf(row), problem.TargetsOf(row), gradient);
            Array.Clear(expected);
            reference.AddGradient(row, 1, expected);
            error.Add(gradient, expected);
        }

        return error.Value;
    }

    private static double OfGradientBatch<TNetwork>(Problem problem)
        where TNetwork : struct, IDenseNetwork<TNetwork>
    {
        RelativeError error = new();
        ReferenceNetwork reference = new(problem);
        float[] gradient = new float[problem.ParameterCount];
        double[] expected = new double[problem.ParameterCount];
        TNetwork.GradientBatch(problem.Inputs, problem.Targets, gradient);
        for (int row = 0; row < problem.Rows; row++)
        {
            reference.AddGradient(row, 1.0 / problem.Rows, expected);
        }

        error.Add(gradient, expected);
        return error.Value;
    }
}
