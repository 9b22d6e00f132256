using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Layers that move values by no rule that loops could say in few lines.</summary>
public class PositionTableTests
{
    [Theory]
    [InlineData("one_by_one", 1)]
    [InlineData("rows", 0)]
    public void Many_positions_are_a_list(string name, int axis)
    {
        Random random = new(1);
        string indices = string.Join(", ", Enumerable.Range(0, 200).Select(_ => random.Next(-90, 90)));
        Check(name, "[90, 3]", axis == 0 ? "" : """{ "type": "transpose", "axes": [1, 0] },""", $$"""{ "type": "gather", "name": "shuffle", "axis": {{axis}}, "indices": [{{indices}}] }""");
    }

    [Fact]
    public void Loops_within_loops_end_somewhere()
    {
        string code = Check("ten_axes", "[2, 2, 2, 2, 2, 2, 2, 2, 2, 2]", "", """{ "type": "transpose", "name": "shuffle", "axes": [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] }""");
        Assert.DoesNotContain("for (int p", code, StringComparison.Ordinal);
    }

    private static string Check(string name, string shape, string before, string layer)
    {
        string code = "";
        foreach (string precision in new[] { "single", "double" })
        {
            string json = $$"""
                { "precision": "{{precision}}", "emission": "vectorized", "inputs": [ { "name": "image", "shape": {{shape}} } ], "layers": [
                    { "type": "activation", "activation": "tanh" }, {{before}} {{layer}},
                    { "type": "reduce", "operation": "sum_of_squares", "axes": [0] } ] }
                """;
            GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Run();
            code = project.Code("Project.Net");
            Assert.Contains("Positions.Shuffle", code, StringComparison.Ordinal);
            Assert.True(code.Split('\n').Length < 1000, "The code grows with the number of positions.");
            InterpreterCheck.Run(json, project.Network("Project.Net"), $"{name}, {precision}");
        }

        return code;
    }
}
