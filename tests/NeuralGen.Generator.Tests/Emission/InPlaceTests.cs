using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Layers whose results lie where the values lay that they were computed from.</summary>
public class InPlaceTests
{
    private const int Bytes = 12_000 * sizeof(double);
    private const int Row = 600 * sizeof(double);
    private const int Alignment = 64;

    [Theory]
    [InlineData("a_formula", 1, """{ "type": "expression", "name": "second", "formula": "x * x + 1" }""")]
    [InlineData("a_formula_that_others_broadcast_into", 1, """{ "type": "expression", "name": "second", "inputs": ["first", "row"], "formula": "first * row" }""")]
    [InlineData("an_activation", 1, """{ "type": "activation", "name": "second", "activation": "mish" }""")]
    [InlineData("a_sum_with_the_input", 1, """{ "type": "add", "name": "second", "inputs": ["first", "image"] }""")]
    [InlineData("a_formula_that_reads_it_twice", 2, """{ "type": "reshape", "name": "seen", "shape": [20, 600] }, { "type": "slice", "name": "some", "axis": 0, "start": 0, "end": 1 }, { "type": "reshape", "name": "again", "shape": [600] }, { "type": "expression", "name": "second", "inputs": ["seen", "again"], "formula": "seen - again" }""")]
    [InlineData("a_formula_of_what_is_read_later", 3, """{ "type": "expression", "name": "middle", "inputs": ["first", "image"], "formula": "first * image" }, { "type": "group_normalization", "name": "third", "groups": 20, "affine": false }, { "type": "expression", "name": "second", "inputs": ["third", "first"], "formula": "third * first" }""")]
    public void Results_take_the_place_of_what_nobody_reads_any_more(string name, int rooms, string layer)
    {
        string json = $$"""
            { "precision": "double", "emission": "vectorized", "gradients": false, "inputs": [ { "name": "image", "shape": [20, 600] } ], "layers": [
                { "type": "reduce", "operation": "mean", "axes": [0], "name": "row" },
                { "type": "softmax", "inputs": ["image"], "name": "first", "axis": 0 },
                {{layer}}, { "type": "flatten" }, { "type": "expression", "formula": "200 * x" }, { "type": "softmax", "axis": 0 } ] }
            """;
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
        CompiledNetwork network = project.Network("Project.Net");
        int size = (int)network.Type.GetField("WorkspaceSize")!.GetRawConstantValue()!;
        InterpreterCheck.Run(json, network, name, hasGradients: false);
        Assert.InRange(size - Alignment, rooms * Bytes, (rooms * Bytes) + Row);
    }
}
