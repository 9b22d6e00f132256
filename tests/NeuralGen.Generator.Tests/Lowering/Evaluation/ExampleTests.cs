using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Tests.Lowering.Evaluation;

/// <summary>What the build says of the examples of a file.</summary>
public class ExampleTests
{
    private const string Identity = """ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 0], [0, 1]] } ] """;
    private const string Single = """ "precision": "single", """;
    private const string Double = """ "precision": "double", """;

    /// <summary>0.00001 of the larger of 1 and the value in single precision, 0.000000001 in double, unless the example says otherwise.</summary>
    [Theory]
    [InlineData(Single, "1.000009", "", null)]
    [InlineData(Single, "1.00002", "", "output '1' is 1 but 1.00002 is expected; the difference 2E-05 is above the tolerance 1.00002E-05")]
    [InlineData(Single, "0.999991", "", null)]
    [InlineData(Single, "0.99998", "", "output '1' is 1 but 0.99998 is expected; the difference 2E-05 is above the tolerance 1E-05")]
    [InlineData(Double, "1.0000000009", "", null)]
    [InlineData(Double, "1.000000002", "", "output '1' is 1 but 1.000000002 is expected; the difference 1.99999994E-09 is above the tolerance 1E-09")]
    [InlineData(Single, "1.25", """, "tolerance": 0.2 """, null)]
    [InlineData(Single, "1.25", """, "tolerance": 0.1 """, "output '1' is 1 but 1.25 is expected; the difference 0.25 is above the tolerance 0.125")]
    [InlineData(Single, "1", """, "tolerance": 0 """, null)]
    [InlineData(Single, "1.000001", """, "tolerance": 0 """, "output '1' is 1 but 1.000001 is expected; the difference 1E-06 is above the tolerance 0")]
    [InlineData(Single, "1.000001", """, "tolerance": 0.001 """, "passes with the default tolerance of 1E-05; its own of 0.001 is not needed")]
    [InlineData(Double, "1.000001", """, "tolerance": 0.001 """, null)]
    [InlineData(Double, "1", """, "tolerance": 0.001 """, "passes with the default tolerance of 1E-09; its own of 0.001 is not needed")]
    [InlineData(Single, "1", """, "tolerance": 0.00001 """, null)]
    public void An_example_is_met_within_its_tolerance(string precision, string expected, string tolerance, string? problem) =>
        Check($$"""{ {{precision}} {{Identity}}, "tests": [ { "input": [3, 1], "output": [3, {{expected}}] {{tolerance}} } ] }""", problem is null ? [] : [problem]);

    [Fact]
    public void Each_example_is_judged_by_itself() => Check(
        $$"""{ {{Identity}}, "outputs": ["left", "right"], "tests": [ { "input": [3, 1], "output": [3, 1] }, { "input": [3, 1], "output": [2, 1] }, { "input": [1, 2], "output": [1, 4] }, { "input": [5, 6], "output": [7, 8] } ] }""",
        "Test 1 of network 'Net': output 'left' is 3 but 2 is expected; the difference 1 is above the tolerance 2E-05",
        "Test 2 of network 'Net': output 'right' is 2 but 4 is expected; the difference 2 is above the tolerance 4E-05",
        "Test 3 of network 'Net': output 'left' is 5 but 7 is expected; the difference 2 is above the tolerance 7E-05");

    [Fact]
    public void A_value_of_several_outputs_is_called_by_its_place() => Check(
        """
        { "inputs": [ { "name": "x", "shape": [2] }, { "name": "y", "shape": [1] } ], "outputs": [ { "name": "a" }, { "name": "b" } ], "layers": [
            { "type": "activation", "name": "a", "inputs": ["y"], "activation": "relu" },
            { "type": "activation", "name": "b", "inputs": ["x"], "activation": "relu" } ],
          "tests": [ { "input": { "y": [1], "x": [2, 3] }, "output": { "b": [2, 4], "a": [1] } } ] }
        """,
        "Test 0 of network 'Net': output 'b[1]' is 3 but 4 is expected; the difference 1 is above the tolerance 4E-05");

    [Fact]
    public void An_index_beyond_the_rows_is_reported_and_other_examples_are_run() => Check(
        """
        { "inputs": [ { "name": "at", "shape": [1], "type": "long" } ], "layers": [ { "type": "embedding", "weights": [[1, 2], [3, 4]] } ],
          "tests": [ { "input": [1], "output": [[3, 4]] }, { "input": [2], "output": [[3, 4]] }, { "input": [0], "output": [[1, 3]] } ] }
        """,
        "Test 1 of network 'Net' has",
        "Test 2 of network 'Net': output '1' is 2 but 3 is expected");

    /// <summary>The sum of all inputs so far.</summary>
    [Fact]
    public void Examples_of_a_network_with_a_state_are_lists_of_steps() => Check(
        """
        { "inputs": [ { "name": "step", "shape": [2] }, { "name": "sum", "shape": [2] } ], "states": { "sum": "next" }, "outputs": [ { "name": "twice" }, { "name": "next" } ], "layers": [
            { "type": "add", "name": "next", "inputs": ["step", "sum"] },
            { "type": "expression", "name": "twice", "formula": "2 * next" } ],
          "tests": [ { "input": [[1, 2], [3, 4], [5, 6]], "output": [[2, 4], [8, 12], [18, 24]] }, { "input": [[1, 2], [3, 4]], "output": [[2, 4], [8, 13]] } ] }
        """,
        "Test 1 of network 'Net': output '3' is 12 but 13 is expected");

    [Fact]
    public void What_double_precision_would_meet_is_said() => Check(
        """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]], "bias": [-16777216] } ], "tests": [ { "input": [16777217], "output": [1] } ] }""",
        "output '0' is 0 but 1 is expected; the difference 1 is above the tolerance 1E-05; in double precision it would be 1");

    /// <summary>In vectors of four, eight or sixteen the large numbers cancel at other places: an example of any machine is met.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void An_example_is_met_that_one_width_of_vectors_meets(int lanes)
    {
        string json = $$"""
            { "inputs": 40, "emission": "vectorized", "layers": [ { "type": "dense", "weights": [[{{string.Join(", ", Enumerable.Range(0, 40).Select(i => i % 7 == 1 ? "33000000" : i % 7 == 3 ? "-33000000" : "0.37"))}}]] } ] EXAMPLE }
            """;
        double value = new ProgramEvaluator(Compiler.Lowering.Lowerer.Lower(Networks.InterpreterTests.Bind(json.Replace("EXAMPLE", "", StringComparison.Ordinal)), hasVectors: true), hasVectors: true, lanes)
            .Predict([.. Enumerable.Repeat(1.0, 40)])[0];
        string Example(double expected) => json.Replace(
            "EXAMPLE", FormattableString.Invariant($", \"tests\": [ {{ \"input\": [{string.Join(", ", Enumerable.Repeat("1", 40))}], \"output\": [{expected:R}], \"tolerance\": 0 }} ]"), StringComparison.Ordinal);
        Check(Example(value));
        Check(Example(value + 1e6), "is expected");
    }

    [Theory]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "units": 1 } ], "trainable": true, "tests": [ { "input": [1], "output": [2] } ] }""")]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")]
    public void Without_examples_or_weights_there_is_nothing_to_run(string json) => Check(json);

    private static void Check(string json, params string[] expected)
    {
        ProblemList problems = new();
        BoundNetwork bound = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems);
        Assert.Empty(problems.Problems.Where(problem => problem.IsError).Select(problem => problem.Message));
        int before = problems.Problems.Count;
        TestRun.Report(bound, hasVectors: true, problems, CancellationToken.None);
        string[] messages = [.. problems.Problems.Skip(before).Select(problem => problem.Message)];
        Assert.Equal(expected.Length, messages.Length);
        Assert.All(expected.Zip(messages), pair => Assert.True(pair.Second.Contains(pair.First, StringComparison.Ordinal), pair.Second));
    }
}
