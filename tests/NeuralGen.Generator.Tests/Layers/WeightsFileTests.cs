using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Networks that take their numbers from a file of weights.</summary>
public class WeightsFileTests
{
    private const string Path = "obj/NeuralGen/models/digits.safetensors.facts.json";

    private static readonly string Digits = new Facts()
        .Tensor("conv1.weight", [2, 1, 2, 2], 1, 2, 3, 4, -1, 0.5, -0.5, 0.25)
        .Tensor("conv1.bias", [2], 0.5, -0.25)
        .Tensor("bn.weight", [2], 2, 0.5)
        .Tensor("bn.bias", [2], 1, -1)
        .Tensor("bn.running_mean", [2], 0.1, 0.2)
        .Tensor("bn.running_var", [2], 1, 4)
        .Integers("bn.num_batches_tracked", [], 17)
        .Tensor("features.0.weight", [1, 18], [.. Enumerable.Range(0, 18).Select(i => (i - 9) / 8.0)])
        .ToString();

    private const string Inline = """
        {
          "inputs": [ { "shape": [1, 4, 4] } ],
          "layers": [
            { "type": "conv2d", "name": "conv1", "weights": [[[[1, 2], [3, 4]]], [[[-1, 0.5], [-0.5, 0.25]]]], "bias": [0.5, -0.25], "activation": "tanh" },
            { "type": "batch_normalization", "name": "bn", "gamma": [2, 0.5], "beta": [1, -1], "mean": [0.1, 0.2], "variance": [1, 4] },
            { "type": "flatten" },
            { "type": "dense", "weights": [[-1.125, -1, -0.875, -0.75, -0.625, -0.5, -0.375, -0.25, -0.125, 0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1]] }
          ]
        }
        """;

    [Fact]
    public void A_file_that_is_no_name_is_one_error() => Diagnose
        .File("""{ "inputs": 2, "tensors": {|NEURAL0303:5|}, "layers": [ { "type": "dense", "name": "fc" }, { "type": "batch_normalization", "name": "bn" } ] }""")
        .Reports("'tensors' must be a string, not the number 5");

    [Fact]
    public void Layers_take_what_PyTorch_calls_by_their_names()
    {
        Assembly assembly = new GeneratorHost()
            .Property("RootNamespace", "")
            .File(Path, Digits)
            .File("inline.nn.json", Inline)
            .File("named.nn.json", """
                {
                  "inputs": [ { "shape": [1, 4, 4] } ], "tensors": "digits.safetensors",
                  "layers": [
                    { "type": "conv2d", "name": "conv1", "activation": "tanh" },
                    { "type": "batch_normalization", "name": "bn" },
                    { "type": "flatten" },
                    { "type": "dense", "name": "out", "tensor": "features.0" }
                  ]
                }
                """)
            .Source("""
                using NeuralGen;
                [NeuralNetwork(InputShape = [1, 4, 4], Tensors = "models/digits.safetensors")]
                [Conv2d(2, Kernel = 2, Activation = Activation.Tanh, WeightsTensor = "conv1.weight", BiasTensor = "conv1.bias")]
                [BatchNormalization(Name = "bn")]
                [Flatten]
                [Dense(1, Name = "features.0")]
                public static partial class Attributed;
                """)
            .Run()
            .Load();
        double[] input = [.. Enumerable.Range(0, 16).Select(i => Math.Sin(i) / 3)];
        CompiledNetwork inline = new(assembly.GetType("Inline", throwOnError: true)!);
        foreach (string other in new[] { "Named", "Attributed" })
        {
            CompiledNetwork taken = new(assembly.GetType(other, throwOnError: true)!);
            Assert.Equal(inline.Parameters, taken.Parameters);
            Assert.Equal(inline.Predict(input), taken.Predict(input));
        }
    }

    [Theory]
    [InlineData("""{|NEURAL0213:{ "type": "conv2d", "name": "conv2", "kernel": 2, "units": 2 }|}""", "Layer 'conv2' (conv2d) takes tensor 'conv2.weight', which 'digits.safetensors' does not have; the closest is 'conv1.weight'")]
    [InlineData("""{|NEURAL0129:{ "type": "conv2d", "name": "conv1", "units": 3, "kernel": 2 }|}""", "Tensor 'conv1.weight' of 'digits.safetensors' has shape [2, 1, 2, 2]; layer 'conv1' needs [3, 1, 2, 2]")]
    [InlineData("""{|NEURAL0129:{ "type": "batch_normalization", "name": "conv1", "mean": [0], "variance": [1] }|}""", "Tensor 'conv1.weight' of 'digits.safetensors' has shape [2, 1, 2, 2]; layer 'conv1' needs [1]")]
    [InlineData("""{ "type": "conv2d", "name": "x", "kernel": 2, "units": 2, "weights": {|NEURAL0213:{ "tensor": "conv.weight" }|} }""", "Layer 'x' (conv2d) takes tensor 'conv.weight', which 'digits.safetensors' does not have; the closest is 'conv1.weight'")]
    [InlineData("""{|NEURAL0214:{ "type": "conv2d", "name": "x", "kernel": 1, "units": 1, "weights": { "tensor": "bn.num_batches_tracked" } }|}""", "Tensor 'bn.num_batches_tracked' of 'digits.safetensors' has elements of type I64; layer 'x' needs floats")]
    public void A_tensor_that_does_not_fit_is_an_error_at_the_layer(string layer, string message)
    {
        string[] messages = message.Contains("needs [", StringComparison.Ordinal)
            ? [message, message.Replace("'conv1.weight'", "'conv1.bias'", StringComparison.Ordinal).Replace("shape [2, 1, 2, 2]", "shape [2]", StringComparison.Ordinal).Replace("needs [3, 1, 2, 2]", "needs [3]", StringComparison.Ordinal)]
            : [message];

        // The bias does not fit either.
        string marked = messages.Length == 2 ? layer.Replace("{|NEURAL0129:", "{|NEURAL0129:{|NEURAL0129:", StringComparison.Ordinal) + "|}" : layer;
        Diagnose.File($$"""{ "inputs": [ { "shape": [1, 4, 4] } ], "tensors": "digits.safetensors", "layers": [ {{marked}} ] }""")
            .File(Path, Digits)
            .Reports(messages);
    }

    [Fact]
    public void A_file_that_is_no_item_says_what_the_project_needs() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [1, 4, 4], Tensors = {|NEURAL0032:"digit.safetensors"|})]
            [Conv2d(2, Kernel = 2, Name = "conv1")]
            public partial class Net;
            """)
        .File(Path, Digits)
        .Reports("Network 'Net' takes its weights from 'digit.safetensors', which is no such item; the project needs <NeuralNetwork Include=\"digit.safetensors\" />; did you mean 'digits.safetensors'?");

    [Fact]
    public void A_layer_without_a_name_is_told_that_a_name_would_find_its_weights() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [1, 4, 4], Tensors = "digits.safetensors")]
            [Conv2d(2, Kernel = 2, Name = "conv1")]
            [Flatten]
            [{|NEURAL0201:Dense(1)|}]
            public partial class Net;
            """)
        .File(Path, Digits)
        .Reports("Layer 'output' (dense) has no 'Weights'; with a 'Name' it takes 'NAME.weight' of 'digits.safetensors'");

    [Fact]
    public void Numbers_of_a_file_are_checked_as_inline_ones() => Diagnose
        .File("""{ "inputs": [ { "shape": [1, 2] } ], "tensors": "broken.safetensors", "layers": [ {|NEURAL0202:{ "type": "dense", "name": "fc" }|} ] }""")
        .File("obj/NeuralGen/broken.safetensors.facts.json", new Facts().Tensor("fc.weight", [1, 2], 1, double.NaN).ToString())
        .Reports("Value 1 of tensor 'fc.weight' of 'broken.safetensors' is NaN; it must be a finite number");

    [Theory]
    [InlineData("F32", "single", """{ "first_not_finite": 1, "finite": false }""", "NEURAL0202", "Value 1 of tensor 'fc.weight' of 'large.safetensors' is infinite or NaN; it must be a finite number")]
    [InlineData("F64", "single", """{ "largest": 1e39 }""", "NEURAL0203", "The largest magnitude in tensor 'fc.weight' is 1E+39, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it")]
    [InlineData("F64", "double", """{ "largest": 1e39 }""", null, null)]
    public void Values_that_the_compiler_is_not_told_are_checked_by_the_facts(string type, string precision, string facts, string? id, string? message)
    {
        const string Layer = """{ "type": "dense", "name": "fc" }""";
        Diagnose
            .File($$"""{ "precision": "{{precision}}", "inputs": 2, "tensors": "large.safetensors", "layers": [ {{(id is null ? Layer : $"{{|{id}:{Layer}|}}")}} ] }""")
            .File("obj/NeuralGen/large.safetensors.facts.json", new Facts().Stored("fc.weight", type, [1, 2], (JsonObject)JsonNode.Parse(facts)!).ToString())
            .Reports(message is null ? [] : [message]);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("[NeuralNetwork(\"Net.nn.json\")] public partial class Net { }", null)]
    [InlineData("[NeuralNetwork(\"Net.nn.json\", Precision = Precision.Double)] public partial class Net { }", "NEURAL0216")]
    public void Tests_of_values_that_the_compiler_is_not_told_are_left_to_what_reads_the_file(string source, string? id)
    {
        Diagnostic[] diagnostics = [.. new GeneratorHost()
            .Source("using NeuralGen;\n" + source)
            .File("Net.nn.json", """
                {
                  "inputs": 2, "tensors": "large.safetensors", "layers": [ { "type": "dense", "name": "fc" } ],
                  "tests": [ { "input": [1, 2], "output": [3] } ]
                }
                """)
            .File("obj/NeuralGen/large.safetensors.facts.json", new Facts().Large("fc.weight", 1, 2).ToString())
            .Run()
            .Analyze()];
        if (id is null)
        {
            Assert.Empty(diagnostics);
            return;
        }

        Diagnostic diagnostic = Assert.Single(diagnostics);
        Assert.Equal((id, DiagnosticSeverity.Warning, 2), (diagnostic.Id, diagnostic.Severity, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Equal(
            "The tests of network 'Net' (1) were not run: the compiler does not know its weights, and what reads these from the weights file knows the network's file alone, to which the type's attributes add",
            diagnostic.Text());
    }

    [Fact]
    public void Unrolled_code_cannot_read_a_file() => Diagnose
        .File("""{ "emission": {|NEURAL0215:"unrolled"|}, "inputs": 2, "tensors": "large.safetensors", "layers": [ { "type": "dense", "name": "fc" } ] }""")
        .File("obj/NeuralGen/large.safetensors.facts.json", new Facts().Large("fc.weight", 1, 2).ToString())
        .Reports("Network 'Net' has 2 parameters, which the program reads from a weights file; unrolled code needs them in the code, which has up to 65536");
}
