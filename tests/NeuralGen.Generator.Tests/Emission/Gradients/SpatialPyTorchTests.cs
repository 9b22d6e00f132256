using System.Reflection;
using NeuralGen.Compiler.Layers;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Outputs, losses and derivatives of generated code with spatial layers against those that PyTorch computed.</summary>
public class SpatialPyTorchTests
{
    private const double DoubleTolerance = 1e-9;
    private const double SingleTolerance = 1e-5;

    [Theory]
    [InlineData("double", "auto", 0)]
    [InlineData("double", "unrolled", 1)]
    [InlineData("double", "vectorized", 1)]
    [InlineData("single", "auto", 1)]
    [InlineData("single", "unrolled", 0)]
    [InlineData("single", "vectorized", 0)]
    public void Results_are_those_of_PyTorch(string precision, string emission, int turn)
    {
        // By default every case runs in each precision.
        SpatialCase[] cases = [.. SpatialCase.All.Where((_, i) => TestShare.Includes(i, turn, 2))];
        GeneratorHost host = new();
        foreach (SpatialCase item in cases)
        {
            host.File($"{item.TypeName}.nn.json", item.ToJson(precision, emission));
        }

        Assembly assembly = host.Run().Load();
        List<string> differences = [];
        foreach (SpatialCase item in cases)
        {
            CompiledNetwork compiled = new(assembly.GetType($"Project.{item.TypeName}", throwOnError: true)!);
            Assert.Equal(precision == "double", compiled.IsDouble);
            differences.AddRange(Compare(item, compiled));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void The_cases_cover_every_kind_of_layer_over_several_axes()
    {
        string[] types = [.. SpatialCase.All.SelectMany(item => item.Network["layers"]!.AsArray()).Select(layer => (string)layer!["type"]!).Distinct()];

        // These are no modules of PyTorch, or compute nothing: worked numbers and random networks check them.
        string[] others = ["normalization", "dropout", "transpose", "pad", "gather", "split"];

        // These work with whole numbers, or by them; random networks with several inputs check them.
        string[] discrete = ["arg_max", "arg_min", "branch", "cast", "embedding", "one_hot", "non_max_suppression", "pairwise_coupling", "repeat", "scatter", "top_k"];

        // These are formulas under another name, or no computation; C# written by hand checks them.
        string[] formulas = ["clamp", "compare", "constant", "where"];
        Assert.Equal(LayerCatalog.All.Select(kind => kind.Type).Except(others).Except(discrete).Except(formulas).Order(), types.Order());
    }

    private static IEnumerable<string> Compare(SpatialCase item, CompiledNetwork compiled)
    {
        foreach ((SpatialRow row, int index) in item.Rows.Select((row, index) => (row, index)))
        {
            double[] output = compiled.Predict(row.Input);
            double[] gradient = compiled.Gradient(row.Input, row.Target, out double loss);
            string?[] found =
            [
                Difference("output", row.Output, output, compiled),
                Difference("loss", [row.Loss], [compiled.Loss(row.Input, row.Target)], compiled),
                Difference("loss beside the gradient", [row.Loss], [loss], compiled),
                Difference("gradient", row.Gradient, gradient, compiled),
                Difference("gradient of the input", row.InputGradient, row.Pull(output, compiled.InputJacobian(row.Input)), compiled),
            ];
            foreach (string what in found.OfType<string>())
            {
                yield return $"'{item.Name}', row {index}, {what}";
            }
        }

        double[] inputs = [.. item.Rows.SelectMany(row => row.Input)];
        double[] targets = [.. item.Rows.SelectMany(row => row.Target)];
        double[] mean = [.. Enumerable.Range(0, compiled.ParameterCount).Select(i => item.Rows.Average(row => row.Gradient[i]))];
        double[] batch = compiled.GradientBatch(inputs, targets, out double batchLoss);
        string?[] ofBatch =
        [
            Difference("outputs", [.. item.Rows.SelectMany(row => row.Output)], compiled.PredictBatch(inputs), compiled),
            Difference("gradient", mean, batch, compiled),
            Difference("loss", [item.Rows.Average(row => row.Loss)], [batchLoss], compiled),
        ];
        foreach (string what in ofBatch.OfType<string>())
        {
            yield return $"'{item.Name}', batch, {what}";
        }
    }

    /// <summary>What differs by more than the precision allows, relative to the largest number; single precision leaves sums that
    /// cancel, as the deltas of softmax, few digits.</summary>
    private static string? Difference(string what, double[] expected, double[] actual, CompiledNetwork compiled)
    {
        if (expected.Length != actual.Length)
        {
            return $"{what}: {actual.Length} numbers instead of {expected.Length}";
        }

        double tolerance = (compiled.IsDouble ? DoubleTolerance : SingleTolerance) * expected.Select(Math.Abs).Append(compiled.IsDouble ? 0 : 1).Max();
        double[] errors = [.. expected.Zip(actual, (wanted, found) => double.IsFinite(found) ? Math.Abs(wanted - found) : double.PositiveInfinity)];
        int worst = expected.Length == 0 ? -1 : Array.IndexOf(errors, errors.Max());
        return worst < 0 || errors[worst] <= tolerance
            ? null
            : FormattableString.Invariant($"{what}: {errors.Count(error => error > tolerance)} of {errors.Length} differ, number {worst} is {actual[worst]:R} instead of {expected[worst]:R}");
    }
}
