using System.Globalization;
using System.Reflection;
using System.Text;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Networks beyond the size of one method.</summary>
public class LargeNetworkTests
{
    /// <summary>Where the JIT stops optimising a method.</summary>
    private const int MostIlBytes = 60_000;

    [Theory]
    [InlineData("auto", "single", "300,250,100,1")]
    [InlineData("auto", "double", "784,128,10")]
    [InlineData("unrolled", "single", "40,120,30,4")]
    [InlineData("unrolled", "double", "2600,2,1")]
    [InlineData("unrolled", "single", "1,700,1")]
    [InlineData("vectorized", "single", "3,2")]
    [InlineData("auto", "single", "3,9000,2")]
    public void A_large_network_computes_what_the_interpreter_computes(string emission, string precision, string sizes)
    {
        int[] layers = [.. sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        string json = Json(layers, emission, precision);
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", json).Run();
        CompiledNetwork compiled = project.Network("Project.Net");
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "", problems).Network!;
        Assert.Equal(network.ParameterCount, compiled.ParameterCount);
        Random random = new(5);
        for (int k = 0; k < 3; k++)
        {
            double[] input = [.. Enumerable.Range(0, layers[0]).Select(_ => (double)(float)((2 * random.NextDouble()) - 1))];
            double[] expected = Interpreter.Predict(network, input);
            double[] actual = compiled.Predict(input);
            double scale = expected.Select(Math.Abs).Max();
            double tolerance = precision == "single" ? 1e-5 : 1e-12;
            Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= tolerance * scale, $"{pair}"));
        }
    }

    [Theory]
    [InlineData("40,120,30,4")]
    [InlineData("2600,2,1")]
    [InlineData("1,700,1")]
    public void Unrolled_methods_stay_below_what_the_JIT_optimises(string sizes)
    {
        int[] layers = [.. sizes.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        Type type = new GeneratorHost().File("Net.nn.json", Json(layers, "unrolled", "single")).Run().Network("Project.Net").Type;
        const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        MethodInfo[] methods = [.. type.GetNestedTypes(BindingFlags.NonPublic).Append(type).SelectMany(owner => owner.GetMethods(All))];
        Assert.Contains(methods, method => method.GetMethodBody()!.GetILAsByteArray()!.Length > 10_000);
        foreach (MethodInfo method in methods)
        {
            MethodBody body = method.GetMethodBody()!;
            Assert.InRange(body.GetILAsByteArray()!.Length, 1, MostIlBytes / 2);
            Assert.InRange(body.LocalVariables.Count, 0, 512);
        }
    }

    [Fact]
    public void Small_networks_are_one_method_and_pruned_nodes_vanish()
    {
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", """
            { "inputs": ["a", "b"], "layers": [
              { "type": "dense", "weights": [[1, 2], [3, 4], [5, 6]], "activation": "relu" },
              { "type": "dense", "weights": [[7, 0, -1]] } ] }
            """).Run();
        string text = project.Generated["Project.Net.g.cs"];
        Assert.DoesNotContain("Layers.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("node_1_", text, StringComparison.Ordinal);
        Assert.Contains("float output = 7f * node_0_output - node_2_output;", text, StringComparison.Ordinal);
        Assert.Equal(9, project.Network("Project.Net").ParameterCount);
    }

    private static string Json(int[] sizes, string emission, string precision)
    {
        Random random = new(11);
        StringBuilder json = new();
        json.Append(CultureInfo.InvariantCulture, $"{{ \"inputs\": {sizes[0]}, \"emission\": \"{emission}\", \"precision\": \"{precision}\", \"layers\": [");
        for (int i = 1; i < sizes.Length; i++)
        {
            double Next() => Math.Round(((2 * random.NextDouble()) - 1) / Math.Sqrt(sizes[i - 1]), 9);
            string rows = string.Join(",", Enumerable.Range(0, sizes[i]).Select(_ => "[" + string.Join(",", Enumerable.Range(0, sizes[i - 1]).Select(_ => Next().ToString(CultureInfo.InvariantCulture))) + "]"));
            string bias = string.Join(",", Enumerable.Range(0, sizes[i]).Select(_ => Next().ToString(CultureInfo.InvariantCulture)));
            json.Append(i > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{{ \"type\": \"dense\", \"weights\": [{rows}], \"bias\": [{bias}], \"activation\": \"{(i < sizes.Length - 1 ? "relu" : "tanh")}\" }}");
        }

        return json.Append("] }").ToString();
    }
}
