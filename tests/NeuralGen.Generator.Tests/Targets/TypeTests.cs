using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Targets;

/// <summary>The type that carries a network's attributes.</summary>
public class TypeTests
{
    [Fact]
    public void A_type_that_is_not_partial_is_reported_at_its_name() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Dense(1, Weights = [1, 2])]
            public class {|NEURAL0001:Net|};
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports("'Net' declares a network but is not partial: add 'partial' so that the generated members can join it");

    [Fact]
    public void Each_type_around_the_network_that_is_not_partial_is_reported() => Diagnose
        .Source("""
            public class Outer
            {
                public partial struct Middle
                {
                    public record Inner
                    {
                        [NeuralNetwork(Inputs = 2)]
                        [Dense(1, Weights = [1, 2])]
                        public partial class {|NEURAL0002:{|NEURAL0002:Net|}|};
                    }
                }
            }
            """)
        .Unused()
        .Reports(
            "'Net' declares a network, but the type 'Inner' around it is not partial: add 'partial' to 'Inner'",
            "'Net' declares a network, but the type 'Outer' around it is not partial: add 'partial' to 'Outer'");

    [Fact]
    public void A_file_local_type_is_reported_at_its_name() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Dense(1, Weights = [1, 2])]
            file partial class {|NEURAL0015:Net|};
            """)
        .Unused()
        .Reports("'Net' declares a network but is file-local, so the generated part cannot join it");

    [Fact]
    public void A_type_in_a_file_local_type_is_reported_at_its_name() => Diagnose
        .Source("""
            file partial class Outer
            {
                [NeuralNetwork(Inputs = 2)]
                [Dense(1, Weights = [1, 2])]
                public partial class {|NEURAL0015:Net|};
            }
            """)
        .Unused()
        .Reports("'Net' declares a network but is file-local, so the generated part cannot join it");

    [Fact]
    public void Layers_without_a_network_are_reported_at_the_first_layer() => Diagnose
        .Source("""
            [{|NEURAL0021:Dense(2, Weights = [1, 2, 3, 4])|}]
            [Dense(1, Weights = [1, 2])]
            public partial class Net;
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports("'Net' has attributes of layers or nodes but no [NeuralNetwork], so nothing is generated for it");

    [Fact]
    public void Nodes_without_a_network_are_reported_at_the_first_node() => Diagnose
        .Source("""[{|NEURAL0021:Node("output", 1, 2)|}] public partial class Net;""")
        .UsedBy(Consumer.TypeOnly)
        .Reports("'Net' has attributes of layers or nodes but no [NeuralNetwork], so nothing is generated for it");

    [Fact]
    public void What_the_compiler_says_of_an_attribute_is_not_said_again()
    {
        // An interface, a missing constant, an argument of a wrong type: CS0592, CS0182, CS1503.
        string[] sources =
        [
            "[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] public partial interface Net;",
            "[NeuralNetwork] public enum Net { One }",
            "[NeuralNetwork(Inputs = Net.Count)] [Dense(1, Weights = [1, 2])] public partial class Net { public static int Count = 2; }",
            "[NeuralNetwork(Inputs = 2)] [Dense(\"1\", Weights = [1, \"2\"])] public partial class Net;",
            "[NeuralNetwork(Inputs = 2)] [Node(\"output\", \"1\", 2)] public partial class Net;",
            "[NeuralNetwork(Inputs = 2)] [NeuralNetwork(Inputs = 3)] [Dense(1, Weights = [1, 2])] public partial class Net;",
        ];
        Assert.All(sources, source =>
        {
            Hosting.GeneratedProject project = new Hosting.GeneratorHost().Source("using NeuralGen;" + source).Run();
            Assert.Empty(project.Analyze());
            Assert.Empty(project.GeneratorDiagnostics);
            Assert.NotEmpty(project.CompilerDiagnostics);
            Assert.All(project.CompilerDiagnostics, diagnostic => Assert.Equal("Source.cs", diagnostic.Location.SourceTree?.FilePath));
        });
    }
}
