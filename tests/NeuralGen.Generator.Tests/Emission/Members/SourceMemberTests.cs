using System.Reflection;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Members;

/// <summary>Of which model a network was made, as constants.</summary>
public class SourceMemberTests
{
    private const string Network = """{ "inputs": 2, "namespace": "N", "source": { "producer": "py\"</para>\n", "producer_version": "2.4", "opset": 17, "sha256": "ab12" }, "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]], "bias": [1, 2] } ] }""";

    [Fact]
    public void The_nested_class_has_them()
    {
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", Network).Run();
        Type source = Find(project.Load(), "Net").GetNestedType("Source")!;
        Assert.Equal(
            ["Producer=py\"</para>\n", "ProducerVersion=2.4", "Opset=17", "Sha256=ab12", "Parameters=6", "MultiplyAdds=4"],
            source.GetFields().Select(field => $"{field.Name}={field.GetRawConstantValue()}"));
        Assert.Contains("Made of a model that py", string.Concat(project.Generated.Values), StringComparison.Ordinal);
        Assert.Contains("opset 17, SHA-256 ab12.", string.Concat(project.Generated.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_networks_have_none() => Assert.Null(Find(new GeneratorHost().File("Net.nn.json", """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""").Run().Load(), "Net").GetNestedType("Source"));

    [Fact]
    public void It_gives_way_to_a_member_of_the_users()
    {
        Assembly assembly = new GeneratorHost()
            .File("Net.nn.json", Network)
            .Source("""[NeuralGen.NeuralNetwork("Net.nn.json")] public partial class Own { public static int Source => 1; }""")
            .Run().Load();
        Assert.NotNull(Find(assembly, "Own").GetNestedType("Source2"));
        Assert.NotNull(Find(new GeneratorHost().File("Source.nn.json", Network).Run().Load(), "Source").GetNestedType("Source2"));
    }

    [Fact]
    public void Callers_of_a_broken_network_do_not_break()
    {
        GeneratedProject project = new GeneratorHost()
            .File("Net.nn.json", Network.Replace("[3, 4]", "[3]", StringComparison.Ordinal))
            .Source("public static class Caller { public static string Read() => N.Net.Source.Sha256 + N.Net.Source.Parameters + N.Net.Source.MultiplyAdds; }")
            .Run();
        Assert.Empty(project.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("\"name\": \"digits_net\",", "digits_net")]
    [InlineData("\"name\": \"digits net\",", "DigitsNet")]
    [InlineData("", "Net")]
    public void The_class_is_called_as_the_project_says(string name, string expected) =>
        Assert.NotNull(Find(new GeneratorHost().File("net.nn.json", Network.Replace("{ \"inputs\"", "{ " + name + " \"inputs\"", StringComparison.Ordinal)).Run().Load(), expected));

    private static Type Find(Assembly assembly, string name) => assembly.GetTypes().Single(type => type.Name == name && !type.IsNested);
}
