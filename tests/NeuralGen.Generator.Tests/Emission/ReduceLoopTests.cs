using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>The loops of reductions: vectors of values, or of results, along whatever axes.</summary>
public class ReduceLoopTests
{
    private static readonly string[] Operations = ["sum", "mean", "max", "min", "product", "l1", "l2", "sum_of_squares", "log_sum", "log_sum_exp"];

    /// <summary>With vectors, neighbouring values are read whole, whichever axes are kept.</summary>
    [Theory]
    [InlineData("3, 5, 20", "[2]", true)]
    [InlineData("3, 5, 20", "[0]", true)]
    [InlineData("3, 5, 20", "[1]", true)]
    [InlineData("3, 5, 20", "[0, 2]", true)]
    [InlineData("3, 5, 20", "[0, 1]", true)]
    [InlineData("3, 5, 20", "[0, 1, 2]", true)]
    [InlineData("2, 150", "[1]", true)]
    [InlineData("20, 5, 3", "[0]", false)]
    [InlineData("20, 5, 3", "[1]", false)]
    [InlineData("20, 5, 3", "[0, 2]", false)]
    [InlineData("300, 1", "[1]", false)]
    public void Reductions_along_all_axes_are_computed(string shape, string axes, bool hasVectors)
    {
        int turn = shape.Length + axes.Length + (shape[0] - '0');
        string[] operations = [.. Operations.Where((_, i) => TestShare.Includes(i, turn, 3))];

        // Products and logarithms of numbers about 1.
        (string Operation, string Precision, string Name, string Json)[] networks = [.. operations.SelectMany(_ => new[] { "single", "double" }, (operation, precision) => (operation, precision, $"{operation.Replace("_", "", StringComparison.Ordinal)}{precision}", $$"""
            { "precision": "{{precision}}", "emission": "vectorized", "inputs": [ { "name": "image", "shape": [{{shape}}] } ], "layers": [
                { "type": "expression", "inputs": ["image"], "name": "near", "formula": "1 + image / 16" },
                { "type": "dropout", "rate": 0.5 },
                { "type": "reduce", "name": "one", "operation": "{{operation}}", "axes": {{axes}} } ] }
            """))];
        GeneratedProject project = networks.Aggregate(new GeneratorHost(), (host, network) => host.File($"{network.Name}.nn.json", network.Json)).Run();
        foreach ((string operation, string precision, string name, string json) in networks)
        {
            string type = $"Project.{char.ToUpperInvariant(name[0])}{name[1..]}";
            string method = GeneratedMethod.Of(project.Code(type), "One");
            Assert.Equal(hasVectors && precision == "single" && operation != "log_sum_exp", method.Contains("Floats.Count", StringComparison.Ordinal));
            Assert.Equal(operation != "log_sum_exp", method.Contains("'near'", StringComparison.Ordinal));
            Assert.True(operation == "log_sum_exp" || !method.Contains(" % ", StringComparison.Ordinal), method);
            InterpreterCheck.Run(json, project.Network(type), $"{operation} {axes} of {shape}", hasGradients: false);
        }
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[0]")]
    public void No_number_stays_none(string axes) => Assert.All(new[] { "max", "min", "sum" }, operation =>
    {
        string json = $$"""
            { "emission": "vectorized", "inputs": [ { "name": "image", "shape": [40, 40] } ], "layers": [ { "type": "reduce", "operation": "{{operation}}", "axes": {{axes}} } ] }
            """;
        CompiledNetwork compiled = new GeneratorHost().File("net.nn.json", json).Run().Network("Project.Net");
        foreach (int position in new[] { 0, 7, 39 })
        {
            double[] input = [.. Enumerable.Range(0, 1600).Select(i => (double)(i % 13))];
            input[(41 * position) % 1600] = double.NaN;
            double[] output = compiled.Predict(input);
            Assert.Equal(position, Assert.Single(Enumerable.Range(0, 40), i => double.IsNaN(output[i])));
        }
    });
}
