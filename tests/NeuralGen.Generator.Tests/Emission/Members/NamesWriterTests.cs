using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Members;

/// <summary>The names of inputs, outputs and labels as static members.</summary>
public class NamesWriterTests
{
    [Theory]
    [InlineData("public static partial class Net;")]
    [InlineData("public partial class Net;")]
    [InlineData("public partial struct Net;")]
    [InlineData("public ref partial struct Net;")]
    [InlineData("public partial record Net;")]
    public void Every_kind_of_type_has_them(string type)
    {
        const string Names = """InputNames = ["x y", "class"], OutputNames = ["\u00fcber", "1"], Labels = ["up <to 50K", "b"]""";
        Assert.Equal("x y,class|\u00fcber,1|up <to 50K,b", Read($"[NeuralGen.NeuralNetwork({Names})] [NeuralGen.Dense(2, Weights = [1, 2, 3, 4])] {type}"));
        Assert.Equal("||", Read($"[NeuralGen.NeuralNetwork(Inputs = 2)] [NeuralGen.Dense(1, Weights = [1, 2])] {type}"));
    }

    [Fact]
    public void Generic_code_reads_them()
    {
        const string Caller = """
            public static class Caller
            {
                public static string Names() => Of<Net>();

                private static string Of<T>() where T : NeuralGen.INeuralNetwork<T, double> =>
                    string.Join(",", T.InputNames.ToArray()) + "|" + string.Join(",", T.OutputNames.ToArray()) + "|" + string.Join(",", T.LabelNames.ToArray());
            }
            """;
        const string Network = """
            using NeuralGen;
            [NeuralNetwork(InputNames = ["a"], OutputNames = ["b"], Labels = ["no", "yes"], Precision = Precision.Double)]
            [Dense(1, Activation.Sigmoid, Weights = [1])]
            public partial class Net;
            """;
        object names = new GeneratorHost().Source(Network).Source(Caller, "Caller.cs").Run().Load().GetType("Caller")!.GetMethod("Names")!.Invoke(null, [])!;
        Assert.Equal("a|b|no,yes", names);
    }

    [Fact]
    public void A_member_of_the_users_does_not_clash_with_the_data() => Assert.Equal("a|b|", Read("""
        [NeuralGen.NeuralNetwork(InputNames = ["a"], OutputNames = ["b"])] [NeuralGen.Dense(1, Weights = [1])]
        public partial class Net { public static int InputTexts; public static int OutputTexts() => InputTexts; }
        """));

    [Fact]
    public void Members_of_the_users_may_have_the_names_of_private_members_with_numbers() => Assert.Equal("a|b|", Read("""
        [NeuralGen.NeuralNetwork(InputNames = ["a"], OutputNames = ["b"])] [NeuralGen.Dense(40, Weights = [], Name = "Layers2")] [NeuralGen.Dense(1)]
        public partial class Net { public static int InputTexts, InputTexts2, Layers, Layers2, ParametersData, ParametersData2; }
        """.Replace("Weights = []", "Weights = [" + string.Join(", ", Enumerable.Range(1, 40)) + "]", StringComparison.Ordinal)
        .Replace("Dense(1)", "Dense(1, Weights = [" + string.Join(", ", Enumerable.Range(1, 40)) + "])", StringComparison.Ordinal)));

    private static string Read(string network)
    {
        const string Caller = """
            public static class Caller
            {
                public static string Names() =>
                    string.Join(",", Net.InputNames.ToArray()) + "|" + string.Join(",", Net.OutputNames.ToArray()) + "|" + string.Join(",", Net.LabelNames.ToArray());
            }
            """;
        GeneratedProject project = new GeneratorHost().Source(network).Source(Caller, "Caller.cs").Run();
        return (string)project.Load().GetType("Caller")!.GetMethod("Names")!.Invoke(null, [])!;
    }
}
