using NeuralGen.CodeFixes.Attributes;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class AttributeInputsTests
{
    [Theory]
    [InlineData("Inputs = 2", "Inputs = 3")]
    [InlineData("Seed = 1, Inputs = /* two */ 1 + 1, Precision = Precision.Double", "Seed = 1, Inputs = /* two */ 3, Precision = Precision.Double")]
    public void Inputs_become_the_weights_of_a_unit(string wrong, string right) => AssertFixed(
        "using NeuralGen;\n[NeuralNetwork(INPUTS)]\n[Dense(2, Weights = [1, 2, 3,   4, 5, 6])]\n[Dense(1, Weights = [1, 2])]\npartial class Net;", wrong, right);

    [Fact]
    public void The_network_may_stand_on_another_part() => AssertFixed(
        "using NeuralGen;\n[Dense(1, Weights = [1, 2, 3])] partial class Net;\n[NeuralNetwork(INPUTS)] partial class Net;", "Inputs = 1", "Inputs = 3");

    [Fact]
    public void All_networks_of_a_document_are_changed_at_once()
    {
        const string Two = "using NeuralGen;\n[NeuralNetwork(Inputs = A), Dense(2, Weights = [1, 2, 3, 4])] partial class A;\n[NeuralNetwork(Inputs = B), Dense(1, Weights = [1, 2, 3])] partial class B;";
        FixOf.All<AttributeInputsCodeFix>(
            Two.Replace("= A", "= 2", StringComparison.Ordinal).Replace("= B", "= 3", StringComparison.Ordinal),
            ("Source.cs", Two.Replace("= A", "= 4", StringComparison.Ordinal).Replace("= B", "= 4", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[NeuralNetwork(Inputs = 2)] [Dense(2, Weights = [1, 2, 3])] partial class Net;")]
    [InlineData("[NeuralNetwork(Inputs = 2)] [Dense(2, Weights = new double[0])] partial class Net;")]
    [InlineData("[NeuralNetwork(InputNames = [\"a\", \"b\"])] [Dense(1, Weights = [1, 2, 3])] partial class Net;")]
    [InlineData("[NeuralNetwork(Inputs = 2)] [Normalization(Mean = [1, 2], Scale = [1, 2])] [Dense(1, Weights = [1, 2, 3])] partial class Net;")]
    [InlineData("[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] [Dense(1, Weights = [1, 2, 3])] partial class Net;")]
    public void Nothing_is_offered_where_no_number_of_inputs_fits(string source) => FixOf.Nothing<AttributeInputsCodeFix>(("Source.cs", "using NeuralGen;\n" + source));

    [Fact]
    public void Nothing_is_offered_where_a_file_says_the_inputs() => FixOf.Nothing<AttributeInputsCodeFix>(
        ("Source.cs", "using NeuralGen;\n[NeuralNetwork(\"net.nn.json\")] [Dense(1, Weights = [1, 2, 3])] partial class Net;"),
        ("net.nn.json", """{ "inputs": 2 }"""));

    [Fact]
    public void Nothing_is_offered_where_another_document_says_the_inputs() => FixOf.Nothing<AttributeInputsCodeFix>(
        ("Source.cs", "[NeuralGen.Dense(1, Weights = new double[] { 1, 2, 3 })] partial class Net;"),
        ("Other.cs", "[NeuralGen.NeuralNetwork(Inputs = 2)] partial class Net;"));

    private static void AssertFixed(string source, string wrong, string right) => FixOf.Project<AttributeInputsCodeFix>(
        "Set 'Inputs' to 3",
        source.Replace("INPUTS", right, StringComparison.Ordinal),
        ("Source.cs", source.Replace("INPUTS", wrong, StringComparison.Ordinal)));
}
