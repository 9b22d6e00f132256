using System.Reflection;
using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Reading.Attributes;

/// <summary>The kinds of types that can hold a network, and the ways to name its file.</summary>
public class DeclarationTests
{
    private const string FileText = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[3]], "bias": [1] } ] }""";

    [Theory]
    [InlineData("public static partial class N;", "N")]
    [InlineData("internal sealed partial class N { }", "N")]
    [InlineData("public abstract partial class N { }", "N")]
    [InlineData("public partial struct N { }", "N")]
    [InlineData("public readonly partial struct N { }", "N")]
    [InlineData("public ref partial struct N { }", "N")]
    [InlineData("public partial record N(int Depth);", "N")]
    [InlineData("public partial record struct N;", "N")]
    [InlineData("partial class N<T> where T : class { }", "N`1")]
    [InlineData("partial class @int { }", "int")]
    [InlineData("partial class Größe { }", "Größe")]
    public void A_type_of_any_kind_holds_a_network(string declaration, string type)
    {
        GeneratorHost[] hosts =
        [
            new GeneratorHost().Source("[NeuralGen.NeuralNetwork(Inputs = 1)][NeuralGen.Dense(1, Weights = new double[] { 3 }, Bias = new double[] { 1 })]" + declaration),
            new GeneratorHost().Source("[NeuralGen.NeuralNetwork(\"net.nn.json\")]" + declaration).File("/p/net.nn.json", FileText),
        ];
        foreach (GeneratorHost host in hosts)
        {
            GeneratedProject project = host.Run();
            Assert.Empty(project.Analyze());
            Type found = project.Load().GetType(type, throwOnError: true)!;
            Assert.Equal([7], new CompiledNetwork(found.IsGenericType ? found.MakeGenericType(typeof(string)) : found).Predict(2));

            // Nothing else is generated from a file that a type names.
            Assert.Single(project.Generated.Keys, name => name.Count(letter => letter == '.') == type.Count(letter => letter == '.') + 2);
        }
    }

    [Fact]
    public void All_attributes_build_the_layers_they_name()
    {
        Assembly assembly = new GeneratorHost().Source("""
            using NeuralGen;
            namespace A.B;
            static partial class Outer<T>
            {
                public partial interface IInner
                {
                    [NeuralNetwork(Inputs = 2, Precision = Precision.Double)]
                    [Normalization(Mean = new double[] { 1, 2 }, Scale = new double[] { 2, 4 })]
                    [Dense(2, Activation.LeakyRelu, Alpha = 0.5, Weights = new double[] { 1, 0, 0, 1 })]
                    [BatchNormalization(Mean = new double[] { 0, 1 }, Variance = new double[] { 1, 4 }, Epsilon = 0)]
                    [LayerNormalization(Epsilon = 0.75)]
                    [Dropout(0.5)]
                    [Activation(Activation.Prelu, Slopes = new double[] { 2, 3 })]
                    [Dense(1, Weights = new double[] { 1, 1 }, Bias = new double[] { 10 })]
                    public partial class Net { }
                }
            }
            """).Run().Load();
        CompiledNetwork network = new(assembly.GetType("A.B.Outer`1+IInner+Net", throwOnError: true)!.MakeGenericType(typeof(int)));

        // (5-1)/2 = 2 and (-6-2)/4 = -2 → leaky -1 → (-1-1)/2 = -1; mean 0.5, variance 2.25, deviation √3.
        double first = 1.5 / Math.Sqrt(3);
        Assert.Equal(10 + first - (3 * first), network.PredictNamed(5, -6), 12);
    }

    [Theory]
    [InlineData("net.nn.json", "/p/net.nn.json")]
    [InlineData("models/net.nn.json", "/p/models/net.nn.json")]
    [InlineData("./models\\net.nn.json", "/p/models/net.nn.json")]
    [InlineData("NET.nn.json", "C:\\p\\net.nn.json")]
    public void A_file_is_found_by_the_end_of_its_path(string reference, string path)
    {
        GeneratedProject project = new GeneratorHost()
            .Source($"[NeuralGen.NeuralNetwork(@\"{reference}\")] static partial class N;")
            .File(path, FileText)
            .File("/p/other/supernet.nn.json", FileText.Replace("3", "4", StringComparison.Ordinal))
            .Run();
        Assert.Empty(project.Analyze());
        Assert.Equal(7, project.Network("N").PredictNamed(2));
    }

    [Fact]
    public void Several_networks_live_in_one_project_and_names_may_differ_in_case_only()
    {
        GeneratedProject project = new GeneratorHost()
            .Source("""
                using NeuralGen;
                namespace Deep { [NeuralNetwork("a.nn.json")] partial class Net; [NeuralNetwork("b.nn.json")] partial class net2; [NeuralNetwork("a.nn.json")] partial class NET2; }
                """)
            .File("/p/a.nn.json", FileText)
            .File("/p/b.nn.json", FileText.Replace("3", "5", StringComparison.Ordinal))
            .File("/p/c.nn.json", """{ "name": "third net", "namespace": "Deep.er", "inputs": ["x"], "layers": [ { "type": "activation", "activation": "relu" } ] }""")
            .Run();
        Assert.Empty(project.Analyze());
        Assembly assembly = project.Load();
        Assert.Equal([7, 11, 7, 2], new[] { "Deep.Net", "Deep.net2", "Deep.NET2", "Deep.er.ThirdNet" }.Select(name => new CompiledNetwork(assembly.GetType(name, true)!).PredictNamed(2)));
    }

    [Fact]
    public void A_type_declared_by_its_file_alone_is_public_sealed_and_cannot_be_made()
    {
        Type type = new GeneratorHost().File("/p/my-net.nn.json", FileText).Run().Network("Project.MyNet").Type;
        Assert.True(type.IsPublic && type.IsSealed && type.IsClass);
        Assert.Empty(type.GetConstructors());
        Assert.Contains(type.GetInterfaces(), candidate => candidate.Name == "INeuralNetwork`2");
    }

    [Fact]
    public void Generic_code_calls_a_network_through_its_interface()
    {
        Assembly assembly = new GeneratorHost().File("/p/net.nn.json", FileText).Source("""
            using System;
            using NeuralGen;
            public static class Caller
            {
                public static float Run() => Evaluate<Project.Net>(2);
                private static float Evaluate<T>(float x) where T : INeuralNetwork<T, float>
                {
                    Span<float> output = stackalloc float[T.OutputSize];
                    T.Predict(new[] { x }, output);
                    return output[0] + 100 * T.InputSize + 1000 * T.ParameterCount + 10000 * T.Parameters[0];
                }
            }
            """).Run().Load();
        Assert.Equal(32107f, assembly.GetType("Caller")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public void Attributes_fill_in_what_a_file_leaves_open()
    {
        GeneratedProject project = new GeneratorHost()
            .Source("""
                using NeuralGen;
                [NeuralNetwork("net.nn.json", Precision = Precision.Double, InputNames = ["x"], OutputNames = ["y"])] partial class N;
                """)
            .File("/p/net.nn.json", FileText)
            .Run();
        Assert.Empty(project.Analyze());
        CompiledNetwork network = project.Network("N");
        Assert.True(network.IsDouble);
        Assert.Equal("x", network.Type.GetMethod("Predict", [typeof(double)])!.GetParameters()[0].Name);
        Assert.Contains("'y'", project.Generated["N.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_networks_gets_no_code()
    {
        GeneratedProject project = new GeneratorHost().Source("class C;").File("/p/other.json", "{}").Run();
        Assert.Empty(project.Generated);
        Assert.Empty(project.Analyze());
        Assert.Equal(0, project.CompilerDiagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
