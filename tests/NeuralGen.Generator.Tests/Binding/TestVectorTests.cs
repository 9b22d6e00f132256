using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Examples in a file that its network must reproduce.</summary>
public class TestVectorTests
{
    [Fact]
    public void An_output_that_differs_is_reported_at_the_value() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]] } ],
              "tests": [
                { "input": [1, 1], "output": [3, 7] },
                { "input": [1, 1],
                  "output": [
                    3,
                    {|NEURAL0208:8|}
                  ] },
                { "input": [1, 1], "output": [{|NEURAL0208:3.25|}, 9], "tolerance": 0 },
                { "input": [1, 1], "output": [3.5, 7], "tolerance": 0.5 }
              ]
            }
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports(
            "Test 1 of network 'Net': output '1' is 7 but 8 is expected; the difference 1 is above the tolerance 8E-05",
            "Test 2 of network 'Net': output '0' is 3 but 3.25 is expected; the difference 0.25 is above the tolerance 0");

    [Fact]
    public void An_output_with_a_name_is_called_by_it() => Diagnose
        .File("""
            {
              "precision": "double", "inputs": 1, "outputs": ["price"],
              "layers": [ { "type": "dense", "weights": [[1]] } ],
              "tests": [ { "input": [1], "output": [{|NEURAL0208:1.00000001|}] } ]
            }
            """)
        .Reports(
            "Test 0 of network 'Net': output 'price' is 1 but 1.00000001 is expected; the difference 9.99999994E-09 is above the tolerance 1.00000001E-09");

    [Fact]
    public void An_output_that_overflows_is_reported() => Diagnose
        .File("""
            {
              "precision": "double", "inputs": 1,
              "layers": [ { "type": "dense", "weights": [[1e308]] } ],
              "tests": [ { "input": [100], "output": [{|NEURAL0208:3|}] } ]
            }
            """)
        .Reports("Test 0 of network 'Net': output '0' is Infinity but 3 is expected; the difference Infinity is above the tolerance 3E-09");

    [Fact]
    public void Tests_of_a_file_that_a_type_names_are_run() => Diagnose
        .Source("""[NeuralNetwork("net.nn.json", Precision = Precision.Double)] public partial class Net;""")
        .File("net.nn.json", """
            {
              "inputs": 1,
              "layers": [ { "type": "dense", "weights": [[1]] } ],
              "tests": [ { "input": [1], "output": [{|NEURAL0208:1.000001|}] } ]
            }
            """)
        .Reports("Test 0 of network 'Net': output '0' is 1 but 1.000001 is expected; the difference 1E-06 is above the tolerance 1.000001E-09");

    [Theory]
    [InlineData("""{|NEURAL0303:5|}""", "'tests[0]' must be an object with 'input' and 'output', not the number 5")]
    [InlineData("""{|NEURAL0305:{ "output": [1] }|}""", "Test 0 has no 'input'")]
    [InlineData("""{|NEURAL0305:{ "input": [1] }|}""", "Test 0 has no 'output'")]
    [InlineData("""{ "input": [1], "output": [1], {|NEURAL0302:"tolerence"|}: 1 }""", "Key 'tolerence' is unknown in test 0; did you mean 'tolerance'?")]
    [InlineData("""{ "input": {|NEURAL0303:"one"|}, "output": [1] }""", "'tests[0].input' must be an array of numbers, not the string \"one\"")]
    [InlineData("""{ "input": [{|NEURAL0303:"1"|}], "output": [1] }""", "'tests[0].input[0]' must be a number, not the string \"1\"")]
    [InlineData("""{ "input": [1], "output": {|NEURAL0111:{}|} }""", "Test 0 of network 'Net' has no output 'output'; the network has 1 output")]
    [InlineData("""{ "input": {|NEURAL0111:{}|}, "output": [1] }""", "Test 0 of network 'Net' has no input 'input'; the network has 1 input")]
    public void A_test_of_another_form_is_reported(string test, string message) => Diagnose
        .File($$"""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ], "tests": [{{test}}] }""")
        .Reports(message);
}
