using System.Globalization;
using System.Text;
using System.Text.Json;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Seeds;

/// <summary>All seeds declared in the four ways, compiled once.</summary>
public sealed class SeedProject
{
    private readonly System.Reflection.Assembly _assembly;

    public SeedProject()
    {
        GeneratorHost host = new GeneratorHost().Property("RootNamespace", "");
        StringBuilder source = new("using NeuralGen;\n");
        foreach (SeedCase seed in SeedCase.All)
        {
            source.Append(Nodes(seed)).Append(Layers(seed));
            host.File($"/project/{seed.TypeName}.nn.json", NodeFile(seed, "NodeFile"));
            host.File($"/project/layers/{seed.TypeName}.nn.json", LayerFile(seed, "LayerFile", seed.Layers.Count));
            for (int layers = 1; layers <= seed.HiddenValues.Length; layers++)
            {
                host.File($"/project/hidden/{seed.TypeName}.{layers}.nn.json", LayerFile(seed, $"Hidden{layers}", layers));
            }
        }

        _assembly = host.Source(source.ToString()).Run().Load();
    }

    internal CompiledNetwork Network(SeedCase seed, string form) => new(_assembly.GetType(seed.TypeName + form, throwOnError: true)!);

    private static string Nodes(SeedCase seed) => $$"""
        [NeuralNetwork(Inputs = 2, Precision = Precision.Double, HiddenActivation = Activation.{{Pascal(seed.Hidden)}}, OutputActivation = Activation.{{Pascal(seed.Output)}})]
        {{string.Concat(seed.Nodes.Select(node => $"[Node(\"{node.Node}\", {Numbers(node.Weights)})]"))}}
        public static partial class {{seed.TypeName}}Nodes;

        """;

    private static string Layers(SeedCase seed)
    {
        IEnumerable<string> layers = seed.Layers.Select((rows, i) =>
            $"[Dense({rows.Length}, Activation.{Pascal(i == seed.Layers.Count - 1 ? seed.Output : seed.Hidden)}, Weights = new double[] {{ {Numbers([.. rows.SelectMany(row => row)])} }})]");
        return $$"""
            [NeuralNetwork(Inputs = 2, Precision = Precision.Double)]
            {{string.Concat(layers)}}
            public static partial class {{seed.TypeName}}Layers;

            """;
    }

    private static string NodeFile(SeedCase seed, string form) => JsonSerializer.Serialize(new
    {
        name = seed.TypeName + form,
        inputs = 2,
        precision = "double",
        hidden_activation = seed.Hidden,
        output_activation = seed.Output,
        weights = seed.Nodes.ToDictionary(node => node.Node, node => node.Weights),
    });

    private static string LayerFile(SeedCase seed, string form, int layers) => JsonSerializer.Serialize(new
    {
        name = seed.TypeName + form,
        inputs = 2,
        precision = "double",
        layers = seed.Layers.Take(layers).Select((rows, i) => new
        {
            type = "dense",
            weights = rows,
            activation = i == seed.Layers.Count - 1 ? seed.Output : seed.Hidden,
        }),
    });

    private static string Numbers(double[] values) => string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
