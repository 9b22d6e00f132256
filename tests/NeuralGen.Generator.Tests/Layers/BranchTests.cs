using System.Text.RegularExpressions;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary><c>branch</c>.</summary>
public class BranchTests
{
    /// <summary>Where the place is behind the end of the table, the other side must not look there.</summary>
    private const string Guarded = """
        "inputs": [ { "name": "x", "shape": [4] }, { "name": "place", "shape": [1], "type": "long" } ],
        "layers": [
          { "type": "constant", "name": "end", "values": [4], "element_type": "long" },
          { "type": "compare", "name": "is_known", "inputs": ["place", "end"], "operator": "less" },
          { "type": "dense", "name": "hidden", "inputs": ["x"], "weights": [[1, 2, -1, 0.5], [0, 1, 1, -2], [0.25, -1, 0, 1]], "activation": "tanh" },
          { "type": "gather", "name": "found", "inputs": ["x", "place"] },
          { "type": "expression", "name": "twice", "inputs": ["found"], "formula": "2 * found" },
          { "type": "dense", "name": "sum", "inputs": ["hidden"], "weights": [[1, 1, 1]] },
          { "type": "branch", "name": "y", "inputs": ["is_known", "twice", "sum"] }
        ],
        "outputs": [ { "name": "y", "shape": [1] }, { "name": "is_known", "shape": [1], "type": "bool" } ]
        """;

    /// <summary>A branch within a side of another, a layer that both sides need, and a side that is an input.</summary>
    private const string Nested = """
        "inputs": [ { "name": "x", "shape": [3] }, { "name": "a", "shape": [], "type": "bool" }, { "name": "b", "shape": [], "type": "bool" } ],
        "layers": [
          { "type": "dense", "name": "shared", "inputs": ["x"], "weights": [[1, 0.5, 0], [0, 1, -1], [2, 0, 1]], "activation": "relu" },
          { "type": "dense", "name": "one", "inputs": ["shared"], "weights": [[1, 0, 1], [0, 1, 0], [-1, 0, 2]] },
          { "type": "softmax", "name": "two", "inputs": ["shared"] },
          { "type": "branch", "name": "inner", "inputs": ["b", "one", "two"] },
          { "type": "activation", "name": "curved", "inputs": ["inner"], "activation": "sigmoid" },
          { "type": "branch", "name": "y", "inputs": ["a", "curved", "x"] }
        ],
        "outputs": [ { "name": "y", "shape": [3] }, { "name": "shared", "shape": [3] } ]
        """;

    [Theory]
    [InlineData("single")]
    [InlineData("double")]
    public void The_side_that_is_not_chosen_is_not_computed(string precision)
    {
        Network network = Bind(Guarded, precision);
        TensorDriver driver = Driver(network, Guarded, precision);
        foreach (double place in (double[])[0, 3, 4, 100])
        {
            double[][] inputs = [[0.5, -1, 2, 0.25], [place]];
            double[] expected = Interpreter.Evaluate(network, inputs)[network.OutputTensors[0]];
            Assert.Equal(expected[0], driver.Predict(inputs)[0][0], precision == "single" ? 1e-6 : 1e-14);
        }

        double[][] both = driver.PredictBatch([[0.5, -1, 2, 0.25, 0.5, -1, 2, 0.25], [1, 9]]);
        Assert.Equal(-2, both[0][0]);
        Assert.Equal(driver.Predict([[0.5, -1, 2, 0.25], [9]])[0][0], both[0][1]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Branches_stand_within_branches(bool a, bool b)
    {
        Network network = Bind(Nested, "double");
        double[][] inputs = [[1, -2, 0.5], [a ? 1 : 0], [b ? 1 : 0]];
        double[][] expected = Interpreter.Evaluate(network, inputs);
        double[][] found = Driver(network, Nested, "double").Predict(inputs);
        for (int output = 0; output < 2; output++)
        {
            Assert.All(found[output].Zip(expected[network.OutputTensors[output]]), pair => Assert.Equal(pair.Second, pair.First, 1e-14));
        }
    }

    [Fact]
    public void Code_computes_what_both_sides_need_before_it_asks() => Assert.Matches(
        new Regex(@"Layers\.shared\([^\n]*\n\s*if \(a\[0\]\)\n\s*\{\n\s*if \(b\[0\]\)\n\s*\{\n\s*Layers\.one\([^\n]*\n\s*\}\n\s*else\n\s*\{\n\s*Layers\.two\([^\n]*\n\s*\}\n\n?\s*Layers\.inner\(", RegexOptions.IgnoreCase),
        new GeneratorHost().File("net.nn.json", File(Nested, "single")).Run().Code("Net"));

    [Fact]
    public void Derivatives_are_those_of_the_side_that_is_chosen()
    {
        string body = """
            "inputs": [ { "name": "x", "shape": [2] }, { "name": "a", "shape": [], "type": "bool" } ],
            "layers": [
              { "type": "dense", "name": "one", "inputs": ["x"], "weights": [[1, 0.5], [-2, 1]], "activation": "tanh" },
              { "type": "dense", "name": "two", "inputs": ["x"], "weights": [[3, 1], [1, -1]] },
              { "type": "branch", "name": "y", "inputs": ["a", "one", "two"] }
            ],
            "outputs": [ { "name": "y", "shape": [2] } ]
            """;
        Network network = Bind(body, "double");
        TensorDriver driver = Driver(network, body, "double", 8);
        foreach (double a in (double[])[0, 1])
        {
            double[] gradient = driver.Gradient([[0.3, -0.7], [a]], [1, 2]);
            Assert.Equal(a == 1, gradient.Take(4).All(value => value != 0));
            Assert.Equal(a == 0, gradient.Skip(4).All(value => value != 0));
            Assert.Equal(4, gradient.Count(value => value == 0));
            double[] jacobian = driver.InputJacobian([[0.3, -0.7], [a]]);
            double slope = 1 - Math.Pow(Math.Tanh(0.3 - 0.35), 2);
            Assert.Equal(a == 0 ? 3 : slope, jacobian[0], 1e-12);
        }
    }

    [Theory]
    [InlineData("\"shape\": [2], \"type\": \"bool\"", "\"NEURAL0147:c\", \"x\", \"x\"", "Layer 'y' chooses one of two tensors by 'c', of shape [2]; it takes one truth value, and a layer 'where' one for each value")]
    [InlineData("\"shape\": [], \"type\": \"bool\"", "\"c\", \"x\", \"NEURAL0148:z\"", "Layer 'y' chooses between 'x' of shape [3] and 'z' of shape [3, 1]; both need one shape")]
    public void What_does_not_fit_is_an_error_where_it_stands(string condition, string inputs, string message)
    {
        string marked = Regex.Replace(inputs, "\"(NEURAL[0-9]+):(\\w+)\"", "{|$1:\"$2\"|}");
        Diagnose.File($$"""
            { "inputs": [ { "name": "x", "shape": [3] }, { "name": "z", "shape": [3, 1] }, { "name": "c", {{condition}} } ],
              "layers": [ { "type": "branch", "name": "y", "inputs": [{{marked}}] } ] }
            """).Unused().Reports(message);
    }

    private static string File(string body, string precision) => $"{{ \"name\": \"Net\", \"namespace\": \"\", \"precision\": \"{precision}\", {body} }}";

    private static Network Bind(string body, string precision)
    {
        ProblemList problems = new();
        Network? network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(File(body, precision), problems, default), "net.nn.json", problems).Network;
        Assert.Empty(problems.Problems.Select(problem => problem.Message));
        return network!;
    }

    private static TensorDriver Driver(Network network, string body, string precision, int? parameters = null) => new(
        new GeneratorHost().File("net.nn.json", File(body, precision))
            .Source(TensorDriver.Text(
                "Net",
                precision == "single" ? "float" : "double",
                [.. network.Inputs.Select(input => (input.Type, input.Size))],
                [.. network.OutputTensors.Select(output => (network.Tensors[output].Type, network.Tensors[output].Size))],
                parameters))
            .Run().Load(),
        "Net");
}
