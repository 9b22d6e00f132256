using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers.Recurrent;

/// <summary>Attention without weights of its own: what it computes, and what of it cannot be, reported where it is said.</summary>
public class AttentionTests
{
    private const string Inputs = """{ "name": "q", "shape": [2, 3, 4] }, { "name": "k", "shape": [1, 5, 4] }, { "name": "v", "shape": [5, 2] }, { "name": "m", "shape": [3, 1] }""";

    [Theory]
    [InlineData("\"inputs\": [\"q\", {|NEURAL0140:\"v\"|}, \"v\"]", "Layer 'mixed' multiplies 'q' of shape [2, 3, 4] with 'v' of shape [5, 2]: queries have 4 values, keys 2")]
    [InlineData("\"inputs\": [\"q\", \"k\", {|NEURAL0140:\"q\"|}]", "Layer 'mixed' multiplies 'k' of shape [1, 5, 4] with 'q' of shape [2, 3, 4]: there are 5 keys, and 3 values for them")]
    [InlineData("\"inputs\": [\"q\", \"k\", \"v\", {|NEURAL0117:\"v\"|}]", "Layer 'mixed' (attention) needs an input of shape [2, 3, 5] or one that is broadcast to it; its input 'v' has shape [5, 2]")]
    [InlineData("\"inputs\": {|NEURAL0107:[\"q\", \"k\"]|}", "Layer 'mixed' (attention) reads 2 inputs; it takes 3")]
    [InlineData("\"inputs\": [\"q\", \"k\", \"v\"], \"scale\": {|NEURAL0205:1e60|}", "'scale' of layer 'mixed' is 1E+60; it must be finite in single precision")]
    public void What_does_not_fit_is_reported_where_it_is_said(string arguments, string message) => Diagnose
        .File($$"""{ "inputs": [ {{Inputs}} ], "layers": [ { "type": "attention", "name": "mixed", {{arguments}} } ] }""")
        .Unused()
        .Reports(message);

    [Theory]
    [InlineData("", false, false)]
    [InlineData(", \"scale\": -0.75", false, false)]
    [InlineData(", \"causal\": true", true, false)]
    [InlineData(", \"causal\": true, \"scale\": 2", true, true)]
    public void Each_query_gets_the_values_of_the_keys_that_are_like_it(string arguments, bool isCausal, bool isMasked)
    {
        Random random = new(arguments.Length);
        double[][] inputs = [Values(random, 24), Values(random, 20), Values(random, 10), Values(random, 3)];
        string sources = isMasked ? "\"q\", \"k\", \"v\", \"m\"" : "\"q\", \"k\", \"v\"";
        string ports = isMasked ? Inputs : Inputs[..Inputs.LastIndexOf(", {", StringComparison.Ordinal)];
        double scale = arguments.Contains("scale", StringComparison.Ordinal) ? double.Parse(arguments[(arguments.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture) : 0.5;
        double[] expected = Expected(inputs, scale, isCausal, isMasked);
        double[][] given = isMasked ? inputs : inputs[..3];
        TensorDriver driver = new(
            new GeneratorHost().File("net.nn.json", $$"""
                { "name": "Net", "namespace": "", "inputs": [ {{ports}} ], "precision": "double", "layers": [ { "type": "attention", "name": "mixed", "inputs": [{{sources}}]{{arguments}} } ] }
                """)
                .Source(TensorDriver.Text("Net", "double", [.. given.Select(input => (Compiler.Values.ElementType.Float, input.Length))], [(Compiler.Values.ElementType.Float, expected.Length)], null))
                .Run().Load(),
            "Net");
        double[] found = driver.Predict(given)[0];
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private static double[] Expected(double[][] inputs, double scale, bool isCausal, bool isMasked)
    {
        double[] expected = new double[2 * 3 * 2];
        for (int row = 0; row < 6; row++)
        {
            double[] weights = new double[5];
            for (int key = 0; key < 5; key++)
            {
                double product = Enumerable.Range(0, 4).Sum(i => inputs[0][(row * 4) + i] * inputs[1][(key * 4) + i]);
                weights[key] = isCausal && key > row % 3 ? 0 : Math.Exp((product * scale) + (isMasked ? inputs[3][row % 3] : 0));
            }

            for (int column = 0; column < 2; column++)
            {
                expected[(row * 2) + column] = Enumerable.Range(0, 5).Sum(key => weights[key] * inputs[2][(key * 2) + column]) / weights.Sum();
            }
        }

        return expected;
    }

    private static double[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Math.Round((random.NextDouble() * 4) - 2, 3))];
}
