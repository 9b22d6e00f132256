using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Compares what compiled networks compute with PyTorch's results, and keeps what differs.</summary>
/// <param name="tolerance">The largest difference, relative to the largest number of its kind in a case.</param>
/// <param name="smallest">What counts as the largest where all are smaller.</param>
internal sealed class PyTorchComparison(double tolerance, double smallest)
{
    private readonly List<string> _differences = [];

    /// <summary>What differs: a line for each case, row and kind of number, with the largest difference.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>How many numbers were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Compares all results of a case.</summary>
    public void Run(PyTorchCase expected, CompiledNetwork compiled)
    {
        double outputs = Largest(expected.Rows.SelectMany(row => row.Output));
        double losses = Largest(expected.Rows.Select(row => row.Loss));
        double gradients = Largest(expected.Rows.SelectMany(row => row.Gradient));
        double jacobians = Largest(expected.Rows.SelectMany(row => row.Jacobian));
        for (int i = 0; i < expected.Rows.Length; i++)
        {
            PyTorchRow row = expected.Rows[i];
            string place = $"'{expected.Name}', row {i.ToString(CultureInfo.InvariantCulture)}";
            Close($"{place}, output", row.Output, compiled.Predict(row.Input), outputs);
            Close($"{place}, loss", [row.Loss], [compiled.Loss(row.Input, row.Target)], losses);
            Close($"{place}, gradient", row.Gradient, compiled.Gradient(row.Input, row.Target, out double loss), gradients);
            Close($"{place}, loss beside the gradient", [row.Loss], [loss], losses);
            Close($"{place}, Jacobian", row.Jacobian, compiled.InputJacobian(row.Input), jacobians);
        }

        double[] inputs = [.. expected.Rows.SelectMany(row => row.Input)];
        double[] targets = [.. expected.Rows.SelectMany(row => row.Target)];
        double[] batch = compiled.GradientBatch(inputs, targets, out double batchLoss);
        Close($"'{expected.Name}', batch gradient", expected.BatchGradient, batch, gradients);
        Close($"'{expected.Name}', batch loss", [expected.BatchLoss], [batchLoss], losses);
    }

    private double Largest(IEnumerable<double> values) => values.Select(Math.Abs).Append(smallest).Max();

    private void Close(string what, double[] expected, double[] actual, double scale)
    {
        if (expected.Length != actual.Length)
        {
            _differences.Add($"{what}: {actual.Length} numbers instead of {expected.Length}");
            return;
        }

        Compared += expected.Length;
        double[] errors = [.. expected.Zip(actual, (wanted, found) => double.IsFinite(found) ? Math.Abs(wanted - found) : double.PositiveInfinity)];
        int wrong = errors.Count(error => error > tolerance * scale);
        if (wrong > 0)
        {
            int worst = Array.IndexOf(errors, errors.Max());
            _differences.Add($"{what}: {wrong} of {expected.Length} differ, number {worst} is {actual[worst]:R} instead of {expected[worst]:R} (largest {scale:R})");
        }
    }
}
