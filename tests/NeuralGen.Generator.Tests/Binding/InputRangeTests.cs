using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>What a file says of the values that its inputs can have.</summary>
public class InputRangeTests
{
    [Theory]
    [InlineData("{|NEURAL0113:[[0, 1]]|}", "has 1 row; the network has 2 inputs")]
    [InlineData("[[0, 1], {|NEURAL0113:[0]|}]", "has 1 value in row 1; it needs 2, the least and the largest")]
    [InlineData("[{|NEURAL0113:[1, -1]|}, [0, 0]]", "goes from 1 down to -1 in row 0; it must go up")]
    public void A_range_that_does_not_fit_the_inputs_is_reported(string range, string message) => Diagnose
        .File($$"""{ "inputs": 2, "range": {{range}}, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""")
        .Reports($"'range' of network 'Net' {message}");

    [Theory]
    [InlineData("{|NEURAL0303:null|}", "'range' must be an array of rows, not null")]
    [InlineData("[{|NEURAL0303:1|}]", "'range[0]' must be an array of numbers, not the number 1")]
    public void A_range_of_another_kind_is_reported(string range, string message) => Diagnose
        .File($$"""{ "inputs": 1, "range": {{range}}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports(message);
}
