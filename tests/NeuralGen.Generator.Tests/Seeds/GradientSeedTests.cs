using System.Text.Json;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Seeds;

/// <summary>Every number of the source material on accuracy and gradient descent comes out of generated code, to the bit.</summary>
public class GradientSeedTests
{
    private static readonly JsonElement Cases = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(SourceFolder.Root, "tests", "fixtures", "seeds", "cases.json"))).RootElement;

    [Fact]
    public void One_weight_changes_the_error()
    {
        JsonElement seed = Accuracy("one_weight_changes_the_error");
        double[] input = Numbers(seed.GetProperty("input"));
        double target = seed.GetProperty("target").GetDouble();
        foreach (string variant in new[] { "0", "1" })
        {
            CompiledNetwork network = Network(seed, variant);
            double error = seed.GetProperty("error_" + variant).GetDouble();
            Assert.Equal(error, network.PredictScalar(input) - target);
            Assert.Equal(error * error, network.Loss(input, [target]));
        }
    }

    [Fact]
    public void Mean_squared_error_of_rows()
    {
        JsonElement seed = Accuracy("mean_squared_error_of_rows");
        double[][] inputs = [.. seed.GetProperty("inputs").EnumerateArray().Select(Numbers)];
        double[] targets = Numbers(seed.GetProperty("targets"));
        foreach (string variant in new[] { "0", "1" })
        {
            CompiledNetwork network = Network(seed, variant);
            double expected = seed.GetProperty("mse_" + variant).GetDouble();
            Assert.Equal(expected, inputs.Zip(targets, (input, target) => network.Loss(input, [target])).Average());
            network.GradientBatch([.. inputs.SelectMany(input => input)], targets, out double loss);
            Assert.Equal(expected, loss);
        }
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("unrolled")]
    [InlineData("vectorized")]
    public void The_slope_is_that_of_the_squared_error(string emission)
    {
        JsonElement seed = Descent("slope");
        double[] input = Numbers(seed.GetProperty("input"));
        double[] target = [seed.GetProperty("target").GetDouble()];
        CompiledNetwork network = Linear(Numbers(seed.GetProperty("weights")), emission);
        Assert.Equal(seed.GetProperty("error").GetDouble(), network.PredictScalar(input) - target[0]);
        Assert.Equal(Numbers(seed.GetProperty("slope")), network.Gradient(input, target, out double loss));
        Assert.Equal(49, loss);
        Assert.Equal(Numbers(seed.GetProperty("slope")), network.GradientBatch(input, target, out loss));
        Assert.Equal(49, loss);
        Assert.Equal(Numbers(seed.GetProperty("weights")), network.InputJacobian(input));
    }

    [Fact]
    public void Updates_shrink_the_error()
    {
        JsonElement one = Descent("one_update");
        JsonElement many = Descent("multiple_updates");
        ITrainableNetwork<double> network = Trainable(Numbers(one.GetProperty("weights")));
        double[] input = Numbers(one.GetProperty("input"));
        double[] target = [one.GetProperty("target").GetDouble()];
        double rate = one.GetProperty("learning_rate").GetDouble();
        double[] gradient = new double[network.ParameterCount];
        int updates = many.GetProperty("updates").GetInt32();
        Assert.Equal(20, updates);
        Assert.Equal(one.GetProperty("error_before").GetDouble(), Error(network, input, target));
        for (int update = 1; update <= updates; update++)
        {
            network.Gradient(input, target, gradient);
            for (int i = 0; i < gradient.Length; i++)
            {
                network.Parameters[i] -= rate * gradient[i];
            }

            if (update == 1)
            {
                Assert.Equal(one.GetProperty("error_after").GetDouble(), Error(network, input, target));
            }

            double expected = 49 * Math.Pow(0.72, 2 * update);
            Assert.Equal(expected, network.Loss(input, target), expected * 1e-12);
        }
    }

    private static double Error(ITrainableNetwork<double> network, double[] input, double[] target)
    {
        double[] output = new double[1];
        network.Predict(input, output);
        return output[0] - target[0];
    }

    private static ITrainableNetwork<double> Trainable(double[] weights) =>
        (ITrainableNetwork<double>)Activator.CreateInstance(new GeneratorHost().File("net.nn.json", Json(weights, "auto", isTrainable: true)).Run().Load().GetType("Project.Net")!)!;

    private static CompiledNetwork Linear(double[] weights, string emission) =>
        new GeneratorHost().File("net.nn.json", Json(weights, emission, isTrainable: false)).Run().Network("Project.Net");

    private static string Json(double[] weights, string emission, bool isTrainable) => JsonSerializer.Serialize(new
    {
        inputs = weights.Length,
        precision = "double",
        emission,
        trainable = isTrainable,
        layers = new[] { new { type = "dense", weights = new[] { weights } } },
    });

    private static CompiledNetwork Network(JsonElement seed, string variant) => new GeneratorHost().File("net.nn.json", $$"""
        {
          "inputs": 2, "precision": "double",
          "hidden_activation": {{seed.GetProperty("hidden")}}, "output_activation": {{seed.GetProperty("output")}},
          "weights": {{seed.GetProperty("weights_" + variant)}}
        }
        """.Replace(": relu", ": \"relu\"")).Run().Network("Project.Net");

    private static JsonElement Accuracy(string name) => Named("accuracy", name);

    private static JsonElement Descent(string name) => Named("gradient_descent", name);

    private static JsonElement Named(string list, string name) =>
        Cases.GetProperty(list).EnumerateArray().Single(seed => seed.GetProperty("name").GetString() == name);

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetDouble())];
}
