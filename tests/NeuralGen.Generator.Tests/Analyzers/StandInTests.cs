using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Analyzers;

/// <summary>The members of broken networks, which stand in so that callers compile.</summary>
public class StandInTests
{
    [Fact]
    public void Callers_of_a_broken_network_keep_its_names_and_labels() => Diagnose
        .File("""
            {
              "precision": "double", "inputs": ["children", "accounts"], "labels": ["Low", { "text": ">50K", "name": "High" }],
              "layers": [ { "type": "dense", "weights": [[1, 2]], "activation": {|NEURAL0204:"sigmoit"|} } ]
            }
            """)
        .UsedBy("""
            internal static class Consumer
            {
                private static readonly double[] Row = [1, 2];

                public static double Predict() => Net.Predict(children: 1, accounts: 2) + Net.Predict(Row);

                public static Net.Label Classify() => Net.Classify(Row) == Net.Label.High ? Net.Label.Low : Net.Label.High;

                public static string Name() => Net.LabelNames[1];

                public static int[] Sizes() => new int[Net.InputSize];
            }
            """)
        .Reports("Activation 'sigmoit' of layer 'output' is unknown; did you mean 'sigmoid'?");

    [Theory]
    [InlineData("{ \"inputs\": [\"a\", \"b\"], \"layers\": [ {|NEURAL0305:{ }|} ] }", "Layer 0 has no 'type'")]
    [InlineData("{|NEURAL0301:|}", "The file is empty")]
    public void Callers_with_a_parameter_per_input_compile_whatever_is_known(string text, string message) => Diagnose
        .File(text)
        .UsedBy("internal static class Consumer { public static float Predict() => Net.Predict(1, 2); }")
        .Reports(message);

    [Theory]
    [InlineData("public static partial class Net;", "Net.Predict(1, 2)")]
    [InlineData("public partial struct Net;", "Net.Predict(1, 2)")]
    [InlineData("public ref partial struct Net;", "Net.Predict(1, 2)")]
    [InlineData("public partial record Net(int Depth);", "Net.Predict(1, 2)")]
    [InlineData("public partial class Net<T> where T : class;", "Net<string>.Predict(1, 2)")]
    [InlineData("public partial interface IOuter { public partial record struct Net; }", "IOuter.Net.Predict(1, 2)")]
    public void A_broken_network_of_any_kind_of_type_compiles(string type, string call) => Diagnose
        .Source(type.Replace(
            "public " + type[(type.LastIndexOf("public ", StringComparison.Ordinal) + 7)..],
            "[NeuralNetwork(Inputs = 2)] [{|NEURAL0201:Dense(1)|}] public " + type[(type.LastIndexOf("public ", StringComparison.Ordinal) + 7)..],
            StringComparison.Ordinal))
        .UsedBy($"internal static class Consumer {{ public static float Predict() => {call}; }}")
        .Reports("Layer 'output' (dense) has no 'Weights'");

    [Fact]
    public void A_generic_caller_of_a_broken_network_compiles() => Diagnose
        .Source("[NeuralNetwork(Inputs = 2)] [{|NEURAL0201:Dense(1)|}] public partial class Net;")
        .UsedBy("""
            internal static class Consumer
            {
                public static int Size() => SizeOf<Net>();

                private static int SizeOf<T>() where T : INeuralNetwork<T, float> => T.InputSize + T.Parameters.Length + T.InputNames.Length + T.OutputNames.Length + T.LabelNames.Length;
            }
            """)
        .Reports("Layer 'output' (dense) has no 'Weights'");

    [Fact]
    public void A_stand_in_throws()
    {
        GeneratedProject project = new GeneratorHost()
            .Source("[NeuralGen.NeuralNetwork(Inputs = 2)] [NeuralGen.Dense(1)] public partial class Net;")
            .Run();
        CompiledNetwork network = project.Network("Net");
        Assert.Equal((2, 1), (network.InputSize, network.OutputSize));
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => network.Predict(1, 2));
        Assert.Equal("The network 'Net' was built with errors.", thrown.Message);
    }

    [Fact]
    public void A_broken_network_compiles_with_an_old_compiler()
    {
        GeneratedProject project = new GeneratorHost { LanguageVersion = LanguageVersion.CSharp9 }
            .Source("[NeuralGen.NeuralNetwork(Inputs = 2)] [NeuralGen.Dense(1)] public partial class Net { public float Use() => Predict(1, 2); }")
            .File("other.nn.json", """{ "inputs": 1, "labels": ["a", "b"], "layers": [] }""")
            .Run();
        Assert.Equal(["NEURAL0003", "NEURAL0201"], project.Analyze().Select(diagnostic => diagnostic.Id).Order());
        Assert.Empty(project.CompilerDiagnostics);
    }
}
