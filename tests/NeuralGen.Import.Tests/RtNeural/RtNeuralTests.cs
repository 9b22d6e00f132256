using System.Globalization;
using System.Text;
using NeuralGen.Import.Tests.Models;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.RtNeural;

/// <summary>Networks that were exported for RTNeural give what Keras computed of them.</summary>
public sealed class RtNeuralTests(ITestOutputHelper output) : IDisposable
{
    private const string Small = """
        { "in_shape": [null, null, 1], "layers": [
          { "type": "lstm", "activation": "tanh", "shape": [null, null, 1], "weights": [[[1, 2, 3, 4]], [[0.5, 0.25, -1, 2]], [0, 1, 0, 0]] },
          { "type": "dense", "activation": "relu", "shape": [null, null, 2], "weights": [[[1, -1]], [0.5, 0.25]] } ] }
        """;

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dense", false)]
    [InlineData("conv", true)]
    [InlineData("conv_stateless", false)]
    [InlineData("conv2d", false)]
    [InlineData("gru", true)]
    [InlineData("gru_1d", true)]
    [InlineData("lstm", true)]
    [InlineData("lstm_1d", true)]
    public void The_published_networks_give_what_Keras_computed(string network, bool hasState)
    {
        string path = Path.Combine(SourceRoot.Path, "..", "shared", "fixtures", "rtneural", network);
        if (!File.Exists(path + ".json"))
        {
            output.WriteLine($"Skipped: the published networks are no part of the repository, and are not beside it ({path}).");
            return;
        }

        BoundModel model = BoundModel.Of(File.ReadAllBytes(path + ".json"), network + ".json");
        Assert.Equal(hasState, model.HasState);
        double[] inputs = Numbers($"{path}_x_python.csv");
        double[] expected = Numbers($"{path}_y_python.csv");
        double[] actual = hasState ? model.PredictSteps(inputs) : network == "dense" ? [.. inputs.Select(x => model.Predict(x)[0])] : model.Predict(inputs);
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Zip(actual, (wanted, found) => Math.Abs(wanted - found)).Max();
        output.WriteLine(FormattableString.Invariant($"The largest difference is {largest:G3}."));
        Assert.True(largest < 1e-5, FormattableString.Invariant($"{largest}"));
    }

    [Fact]
    public void Gates_stand_in_the_order_of_Keras()
    {
        double[] actual = BoundModel.Of(Encoding.UTF8.GetBytes(Small), "small.json").PredictSteps([0.5, -0.25]);
        (double hidden, double cell) = (0, 0);
        List<double> expected = [];
        foreach (double x in new[] { 0.5, -0.25 })
        {
            double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));
            double candidate = Math.Tanh((3 * x) - hidden);
            cell = (Sigmoid((2 * x) + (0.25 * hidden) + 1) * cell) + (Sigmoid(x + (0.5 * hidden)) * candidate);
            hidden = Sigmoid((4 * x) + (2 * hidden)) * Math.Tanh(cell);
            expected.AddRange([Math.Max(0, hidden + 0.5), Math.Max(0, 0.25 - hidden)]);
        }

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Theory]
    [InlineData("\"lstm\"", "\"lstmm\"", 2, 3, "layers of type 'lstmm' are not known; dense, time-distributed-dense, conv1d, conv2d, gru, lstm, batchnorm, batchnorm2d, prelu and activation are")]
    [InlineData("[[1, 2, 3, 4]]", "[[1, 2, 3]]", 2, 81, "its weights 0 have the shape [1, 3]; they need [1, 4]")]
    [InlineData("[null, null, 2]", "[null, null, 3]", 3, 93, "its weights 1 have the shape [2]; they need [3]")]
    [InlineData("\"relu\"", "\"swish\"", 3, 36, "the activation 'swish' is not known; tanh, relu, sigmoid, softmax, elu are")]
    [InlineData("[0.5, 0.25]", "[0.5, \"a\"]", 3, 99, "weights are nested lists of numbers")]
    [InlineData("\"in_shape\": [null, null, 1], ", "", 1, 1, "it needs 'in_shape' and a list 'layers'")]
    public void What_cannot_be_is_an_error_with_its_line(string text, string other, int line, int column, string words)
    {
        string damaged = Small.Replace(text, other, StringComparison.Ordinal);
        Build.FileProblem problem = Assert.Single(_folder.Import(Encoding.UTF8.GetBytes(other.Length == 0 ? damaged.Replace("\"layers\"", "\"layers\": [], \"x\": \"in_shape\", \"in_shape\": [], \"y\"", StringComparison.Ordinal).Replace("\"in_shape\": [], ", "", StringComparison.Ordinal) : damaged), name: "small.json").Problems);
        Assert.Equal($"'models/small.json' cannot be read as a network of RTNeural: {words}", problem.Message.Split(" (docs/")[0]);
        Assert.Equal(("NEURAL0427", line, column), (problem.Rule.Id, problem.Line, problem.Column));
    }

    private static double[] Numbers(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).SelectMany(line => line.Split(',')).Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
}
