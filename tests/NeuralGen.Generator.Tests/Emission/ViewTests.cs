using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Layers whose values are those of another, or neighbours in it: nothing is computed or copied for them.</summary>
public class ViewTests
{
    private const string Dense = """{ "type": "dense", "name": "out", "weights": [[1, -2, 0.5, 3, -1, 0.25, 2, -0.5, 1, 0.75, -1.5, 0.125]], "bias": [0.5] }""";

    [Theory]
    [InlineData("of_the_input", """{ "type": "flatten", "name": "same" },""" + Dense)]
    [InlineData("of_a_layer", """{ "type": "activation", "activation": "tanh" }, { "type": "reshape", "name": "same", "shape": [12] },""" + Dense)]
    [InlineData("of_a_view", """{ "type": "activation", "activation": "tanh" }, { "type": "reshape", "name": "same", "shape": [3, 4] }, { "type": "flatten", "name": "same2" },""" + Dense)]
    [InlineData("before_what_needs_only_its_result", """{ "type": "activation", "activation": "tanh" }, { "type": "flatten", "name": "same" }, { "type": "activation", "activation": "sigmoid" },""" + Dense)]
    [InlineData("with_two_readers", """{ "type": "activation", "activation": "tanh", "name": "first" }, { "type": "flatten", "name": "same" }, { "type": "activation", "activation": "sigmoid", "name": "second" }, { "type": "add", "inputs": ["same", "second"] },""" + Dense)]
    [InlineData("of_what_others_read", """{ "type": "activation", "activation": "tanh", "name": "first" }, { "type": "flatten", "name": "same" }, { "type": "activation", "activation": "sigmoid", "name": "second" }, { "type": "reshape", "name": "back", "shape": [4, 3] }, { "type": "add", "inputs": ["first", "back"] }, { "type": "flatten", "name": "same2" },""" + Dense)]
    [InlineData("of_the_output", """{ "type": "activation", "activation": "tanh" }, { "type": "flatten", "name": "same" }""")]
    [InlineData("all_views", """{ "type": "reshape", "name": "same", "shape": [2, 6] }, { "type": "flatten", "name": "same2" }""")]
    [InlineData("before_softmax", """{ "type": "activation", "activation": "tanh" }, { "type": "flatten", "name": "same" }, { "type": "activation", "activation": "softmax" }""")]
    public void Whole_views_cost_nothing(string name, string layers)
    {
        foreach (bool isDouble in new[] { false, true })
        {
            string json = Json(layers, isDouble);
            GeneratedProject project = Host(json).Run();
            string code = project.Code("Project.Net");
            Assert.DoesNotContain("void Same", code, StringComparison.Ordinal);
            Assert.DoesNotContain("Layer 'same", code, StringComparison.Ordinal);
            InterpreterCheck.Run(json, project.Network("Project.Net"), $"{name}, {(isDouble ? "double" : "single")}");
        }
    }

    [Theory]
    [InlineData("rows", """{ "type": "slice", "name": "first", "axis": 0, "start": 0, "end": 2 }, { "type": "flatten", "name": "f" }, { "type": "slice", "name": "second", "axis": 0, "start": 2, "end": 4, "inputs": ["image"] }, { "type": "flatten", "name": "s" }, { "type": "concat", "inputs": ["s", "f"] },""" + Dense)]
    [InlineData("parts_of_parts", """{ "type": "activation", "activation": "tanh", "name": "a" }, { "type": "slice", "name": "first", "axis": 0, "start": 1, "end": 4 }, { "type": "slice", "name": "second", "axis": 0, "start": 1, "end": 2 }, { "type": "flatten", "name": "f" }""")]
    public void Neighbouring_values_cost_nothing_in_one_sample(string name, string layers)
    {
        foreach (bool isDouble in new[] { false, true })
        {
            string json = Json(layers, isDouble);
            GeneratedProject project = Host(json).Run();
            Assert.DoesNotContain("void First", project.Code("Project.Net"), StringComparison.Ordinal);
            Assert.DoesNotContain("void Second", project.Code("Project.Net"), StringComparison.Ordinal);
            InterpreterCheck.Run(json, project.Network("Project.Net"), $"{name}, {(isDouble ? "double" : "single")}");
        }
    }

    [Fact]
    public void A_result_that_the_backward_pass_reads_stays()
    {
        string json = Json("""{ "type": "softmax", "axis": 0, "name": "s" }, { "type": "activation", "activation": "tanh" }, { "type": "flatten" },""" + Dense, isDouble: true);
        InterpreterCheck.Run(json, Host(json).Run().Network("Project.Net"), "softmax");
    }

    [Fact]
    public void Outputs_that_lie_on_the_inputs_of_a_call_get_what_these_were() => Assert.Equal("1,2,3,4,-1,-2,-3,-4", RunOverlapping());

    private static string RunOverlapping()
    {
        GeneratorHost host = new GeneratorHost().Source("""
            using System;
            using NeuralGen;
            namespace Project;
            [NeuralNetwork(Emission = Emission.Vectorized)] [Input("x", 4)]
            [Expression("-x", Name = "negative")] [Reshape(2, 2, Name = "same", Inputs = new[] { "x" })]
            [Output("negative")] [Output("same")]
            public static partial class Net { }
            public static class Test
            {
                public static string Run()
                {
                    float[] numbers = { 1, 2, 3, 4, 0, 0, 0, 0 };
                    Net.Predict(numbers.AsSpan(0, 4), numbers.AsSpan(0, 4), numbers.AsSpan(4, 4));
                    return string.Join(",", numbers.AsSpan(4, 4).ToArray()) + "," + string.Join(",", numbers.AsSpan(0, 4).ToArray());
                }
            }
            """);
        return (string)host.Run().Load().GetType("Project.Test", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private static string Json(string layers, bool isDouble) => $$"""
        { "emission": "vectorized", "precision": "{{(isDouble ? "double" : "single")}}", "inputs": [ { "name": "image", "shape": [4, 3] } ], "layers": [ {{layers}} ] }
        """;

    private static GeneratorHost Host(string json) => new GeneratorHost().File("/project/Net.nn.json", json);
}
