using System.Reflection;
using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>Networks without members that take many samples at once.</summary>
public class BatchSwitchTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;

    [Theory]
    [InlineData("2-2-1", "")]
    [InlineData("4-8-3", "")]
    [InlineData("64-32-10", "")]
    [InlineData("300-200-100", "")]
    [InlineData("2-2-1", "\"trainable\": true, ")]
    [InlineData("64-32-10", "\"trainable\": true, ")]
    public void Members_of_batches_and_the_interface_that_has_them_are_left_out(string shape, string more)
    {
        string json = ShapedNetwork.Json(ShapedNetwork.Sizes(shape), "tanh");
        GeneratedProject with = Project("{" + more + json[1..]);
        GeneratedProject without = Project("{" + more + "\"batches\": false," + json[1..]);
        Type one = with.Load().GetType("Project.Net", throwOnError: true)!;
        Type other = without.Load().GetType("Project.Net", throwOnError: true)!;
        Assert.Equal(["GradientBatch", "PredictBatch"], Names(one).Except(Names(other)).Where(name => !name.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Single(one.GetInterfaces());
        Assert.Empty(other.GetInterfaces());
        Assert.Contains("one sample at a time", without.Generated.Values.First(text => text.Contains("<remarks>", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2-2-1")]
    [InlineData("64-32-10")]
    [InlineData("300-200-100")]
    public void Predictions_and_gradients_are_the_same_to_the_bit(string shape)
    {
        string json = ShapedNetwork.Json(ShapedNetwork.Sizes(shape), "tanh");
        Assert.Equal(Computed(json), Computed("{ \"batches\": false," + json[1..]));
    }

    [Fact]
    public void A_network_with_errors_stands_in_without_them_too()
    {
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", """{ "batches": false, "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 7, 1]] } ] }""").Run();
        Assert.NotEmpty(project.Analyze());
        Type type = project.Load().GetType("Project.Net", throwOnError: true)!;
        Assert.Contains("Predict", Names(type));
        Assert.DoesNotContain("PredictBatch", Names(type));
        Assert.DoesNotContain("GradientBatch", Names(type));
    }

    [Fact]
    public void Lengths_at_calls_are_checked_all_the_same()
    {
        GeneratedProject project = new GeneratorHost().Source("""
            public static class Caller
            {
                public static float[] Call()
                {
                    float[] output = new float[1];
                    Project.Net.Predict(new float[3], output);
                    return output;
                }
            }
            """).File("Net.nn.json", """{ "batches": false, "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 7]] } ] }""").Run();
        Diagnostic diagnostic = Assert.Single(project.Analyze());
        Assert.Equal("NEURAL0501", diagnostic.Id);
    }

    private static float[] Computed(string json)
    {
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", json).Source("""
            using System.Linq;
            public static class Driver
            {
                public static float[] Run()
                {
                    float[] input = Enumerable.Range(0, Project.Net.InputSize).Select(i => (i % 7) * 0.25f - 0.5f).ToArray();
                    float[] output = new float[Project.Net.OutputSize];
                    float[] gradient = new float[Project.Net.ParameterCount];
                    Project.Net.Prepare();
                    Project.Net.Predict(input, output);
                    float loss = Project.Net.Gradient(input, output.Select(x => x * 0.5f).ToArray(), gradient);
                    return output.Concat(gradient).Append(loss).ToArray();
                }
            }
            """).Run();
        return (float[])project.Load().GetType("Driver", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private static GeneratedProject Project(string json)
    {
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", json).Run();
        Assert.Empty(project.Analyze());
        return project;
    }

    private static string[] Names(Type type) => [.. type.GetMethods(All).Select(method => method.Name).Distinct()];
}
