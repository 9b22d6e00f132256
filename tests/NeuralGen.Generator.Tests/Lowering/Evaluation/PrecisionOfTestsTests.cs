using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Lowering.Evaluation;

/// <summary>A test that the generated code fails fails the build, and one that it passes does not.</summary>
public class PrecisionOfTestsTests
{
    /// <summary>Networks whose result in single precision is another than in double: layers, input, both results.</summary>
    public static TheoryData<string, string, string, string> Networks() => new()
    {
        // The input is no number of single precision.
        { """{ "type": "normalization", "mean": [1700000000], "scale": [100] }, { "type": "dense", "weights": [[1]] }""", "[1700000050]", "0.5", "0" },
        { """{ "type": "dense", "weights": [[1]], "bias": [-16777216] }""", "[16777217]", "1", "0" },

        // Digits cancel in a sum, or a small term vanishes beside a large one.
        { """{ "type": "dense", "weights": [[1, 1, -1]] }""", "[100000000, 1, 100000000]", "1", "0" },
        { """{ "type": "dense", "weights": [[1e8]], "bias": [1] }, { "type": "dense", "weights": [[1]], "bias": [-1e8] }""", "[1]", "1", "0" },
        { """{ "type": "batch_normalization", "mean": [1e9], "variance": [1], "epsilon": 0 }""", "[1000000003]", "3", "0" },
        { """{ "type": "add", "inputs": ["input", "input"] }, { "type": "dense", "weights": [[1]], "bias": [-33554432] }""", "[16777217]", "2", "0" },

        // A result on the way is beyond the range.
        { """{ "type": "dense", "weights": [[1e30]] }, { "type": "dense", "weights": [[1e-38]] }""", "[1e10]", "100", "Infinity" },
        { """{ "type": "dense", "weights": [[1e-30]] }, { "type": "dense", "weights": [[1e-20]] }, { "type": "dense", "weights": [[1e30]] }, { "type": "dense", "weights": [[1e20]] }""", "[1]", "1", "0" },
        { """{ "type": "layer_normalization", "epsilon": 1e-5 }, { "type": "dense", "weights": [[0, 1]] }""", "[100000000, 100000002]", "0.999995000037", "0" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_precision_of_the_network_decides(string layers, string input, string exact, string single)
    {
        int inputs = input.Split(',').Length;
        string Network(string precision, string test) =>
            $$"""{ "inputs": {{inputs}}, "precision": "{{precision}}", "layers": [ {{layers}} ], "tests": [ { "input": {{input}}, "output": [{{test}}] } ] }""";

        // The code itself, in both precisions.
        GeneratedProject code = new GeneratorHost().File("Exact.nn.json", Network("double", exact)).File("Single.nn.json", Network("single", exact)).Run();
        System.Reflection.Assembly assembly = code.Load();
        double[] sample = [.. input.Trim('[', ']').Split(',').Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(single, Result("Single"));
        Assert.Equal(double.Parse(exact, System.Globalization.CultureInfo.InvariantCulture), double.Parse(Result("Exact"), System.Globalization.CultureInfo.InvariantCulture), 1e-9);

        // And the test in the file.
        string marked = Network("single", $"{{|NEURAL0208:{exact}|}}");
        Diagnose.File(marked).Reports(Message(exact, single));
        Diagnose.File(Network("double", exact)).ReportsNothing();
        if (single != "Infinity")
        {
            Diagnose.File(Network("single", single)).ReportsNothing();
        }

        string Result(string type) =>
            new CompiledNetwork(assembly.GetType("Project." + type, throwOnError: true)!).Predict(sample)[0].ToString("R", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Expected_values_are_rounded_to_the_precision_of_the_network() => Diagnose
        .File("""
            { "inputs": 1, "layers": [ { "type": "dense", "weights": [[0.1]] } ], "tests": [ { "input": [1], "output": [0.1], "tolerance": 0 } ] }
            """)
        .ReportsNothing();

    [Fact]
    public void An_expected_value_beyond_the_range_is_never_met() => Diagnose
        .File("""
            { "inputs": 1, "layers": [ { "type": "dense", "weights": [[1e30]] } ], "tests": [ { "input": [1e30], "output": [{|NEURAL0208:1e60|}] } ] }
            """)
        .Reports("Test 0 of network 'Net': output '0' is Infinity but 1E+60 is expected; the difference Infinity is above the tolerance 1E+55; in double precision it would be 1E+60");

    private static string Message(string exact, string single)
    {
        double expected = double.Parse(exact, System.Globalization.CultureInfo.InvariantCulture);
        double actual = double.Parse(single, System.Globalization.CultureInfo.InvariantCulture);
        string Rounded(double value) => value.ToString("G9", System.Globalization.CultureInfo.InvariantCulture);
        return $"Test 0 of network 'Net': output '0' is {single} but {expected.ToString("R", System.Globalization.CultureInfo.InvariantCulture)} is expected; "
            + $"the difference {Rounded(Math.Abs(actual - expected))} is above the tolerance {Rounded(1e-5 * Math.Max(1, expected))}; in double precision it would be {Rounded(expected)}";
    }
}
