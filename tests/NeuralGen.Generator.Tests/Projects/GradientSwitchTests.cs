using System.Reflection;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>Networks without members for losses and derivatives.</summary>
public class GradientSwitchTests
{
    private static readonly string[] Members = ["Loss", "Gradient", "GradientBatch", "InputJacobian"];

    // What the project says, what the network says, and whether there are gradients.
    [Theory]
    [InlineData("", "", true)]
    [InlineData("true", "", true)]
    [InlineData("false", "", false)]
    [InlineData("False", "", false)]
    [InlineData("", "\"gradients\": false,", false)]
    [InlineData("false", "\"gradients\": true,", true)]
    [InlineData("false", "\"trainable\": true,", true)]
    public void The_network_decides_before_the_project(string project, string network, bool hasGradients)
    {
        GeneratedProject generated = new GeneratorHost()
            .Property("NeuralNetworkGradients", project)
            .File("Net.nn.json", $$"""{ "inputs": 2, {{network}} "layers": [ { "type": "dense", "weights": [[2, 7]] } ] }""")
            .Run();
        Assert.Empty(generated.Analyze());
        Type type = generated.Load().GetType("Project.Net", throwOnError: true)!;
        Assert.Equal(hasGradients ? Members : [], Members.Where(name => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Any(method => method.Name == name)));
    }

    [Fact]
    public void An_attribute_says_it_too()
    {
        GeneratedProject generated = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(Inputs = 2, Gradients = false)]
            [Dense(1, Weights = [2, 7])]
            public static partial class Net;
            """).Run();
        Assert.Null(generated.Load().GetType("Net")!.GetMethod("Loss"));
    }

    [Theory]
    [InlineData("2-2-1")]
    [InlineData("4-8-3")]
    [InlineData("8-8-8")]
    [InlineData("64-32-10")]
    [InlineData("100-100-100")]
    public void Predictions_are_the_same_to_the_bit_and_the_code_is_shorter(string shape)
    {
        string json = ShapedNetwork.Json(ShapedNetwork.Sizes(shape), "tanh");
        GeneratedProject with = new GeneratorHost().File("Net.nn.json", json).Run();
        GeneratedProject without = new GeneratorHost().Property("NeuralNetworkGradients", "false").File("Net.nn.json", json).Run();
        int Length(GeneratedProject project) => project.Generated.Where(file => !file.Key.Contains("Parameters", StringComparison.Ordinal)).Sum(file => file.Value.Length);

        // Most of what is left are the weights of 64-32-10, which stand in statements for two widths of vectors.
        Assert.True(Length(without) < Length(with) * 0.95, $"{Length(without)} of {Length(with)} characters");
        CompiledNetwork one = with.Network("Project.Net");
        CompiledNetwork other = without.Network("Project.Net");
        Random random = new(3);
        double[] inputs = [.. Enumerable.Range(0, 9 * one.InputSize).Select(_ => random.NextDouble())];
        Assert.Equal(one.PredictBatch(inputs), other.PredictBatch(inputs));
        Assert.Equal(one.Predict(inputs[..one.InputSize]), other.Predict(inputs[..one.InputSize]));
    }

    [Fact]
    public void A_trainable_network_needs_its_gradients() => Diagnose
        .File("""{ "trainable": true, "gradients": {|NEURAL0026:false|}, "inputs": 2, "layers": [ { "type": "dense", "units": 1 } ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports("Network 'Net' is trainable, which takes its gradients; 'gradients' cannot be false");
}
