using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>A weight of zero ignores its input, NaN and infinities included, in every shape of code.</summary>
public class ZeroWeightTests
{
    [Theory]
    [InlineData(2, "auto", "single")]
    [InlineData(2, "vectorized", "single")]
    [InlineData(2, "vectorized", "double")]
    [InlineData(40, "auto", "single")]
    [InlineData(40, "unrolled", "single")]
    [InlineData(40, "auto", "double")]
    public void The_ignored_input_may_be_anything(int units, string emission, string precision)
    {
        // Every unit ignores the second input; the first unit of the last layer ignores the last node.
        string Row(int unit) => string.Create(CultureInfo.InvariantCulture, $"[{unit + 1}, 0, -1]");
        string rows = string.Join(", ", Enumerable.Range(0, units).Select(Row));
        string last = string.Join(", ", Enumerable.Range(0, units).Select(unit => unit == units - 1 ? "0" : "0.5"));
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", $$"""
            { "inputs": 3, "precision": "{{precision}}", "emission": "{{emission}}", "layers": [
              { "type": "dense", "weights": [{{rows}}], "activation": "relu" },
              { "type": "dense", "weights": [[{{last}}]] } ] }
            """).Run().Network("Project.Net");
        double[] expected = network.Predict(2, 5, 1);
        double[] specials = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        Assert.All(specials, special => Assert.Equal(expected, network.Predict(2, special, 1)));
        double[] batch = network.PredictBatch([2, 5, 1, .. specials.SelectMany(special => new[] { 2, special, 1 })]);
        Assert.All(batch, value => Assert.Equal(expected[0], value, 1e-5 * Math.Abs(expected[0])));
        Assert.All(network.Predict(double.NaN, 5, 1), value => Assert.True(double.IsNaN(value)));
    }
}
