using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Targets;

/// <summary>The names of generated members, which the user's own code may have taken.</summary>
public class MemberNameTests
{
    [Theory]
    [InlineData("Predict")]
    [InlineData("Label")]
    [InlineData("InputSize")]
    [InlineData("Gradient")]
    [InlineData("InputNames")]
    [InlineData("LabelNames")]
    public void A_type_named_like_a_generated_member_is_reported(string name) => Diagnose
        .Source($$"""
            [NeuralNetwork(Inputs = 2, Labels = ["a", "b"])]
            [Dense(2, Weights = [1, 2, 3, 4])]
            public partial class {|NEURAL0011:{{name}}|};
            """)
        .UsedBy($"internal sealed class Consumer({name}? network) {{ public {name}? Network => network; }}")
        .Reports($"'{name}' cannot hold a network: its name is that of a generated member");

    [Fact]
    public void A_type_named_like_the_size_of_an_input_is_reported() => Diagnose
        .Source("""
            using NeuralGen;
            [NeuralNetwork] [Input("left", 2)] [Input("right", 2)] [Add(Inputs = new[] { "left", "right" })] public static partial class {|NEURAL0011:LeftSize|} { }
            """)
        .Unused()
        .Reports("'LeftSize' cannot hold a network: 'LeftSize' is the name of a member of one of its inputs or outputs");

    [Fact]
    public void A_member_named_like_the_shape_of_an_output_is_reported() => Diagnose
        .Source("""
            using NeuralGen;
            [NeuralNetwork] [Input("left", 2)] [Input("right", 2)] [Add(Inputs = new[] { "left", "right" }, Name = "sum")] [Flatten(Name = "list")] [Output("sum")] [Output("list")]
            public static partial class {|NEURAL0011:Net|} { public const int SumShape = 3; public static int OtherSize() => SumShape; }
            """)
        .Unused()
        .Reports("'Net' cannot hold a network: 'SumShape' is the name of a member of one of its inputs or outputs");

    [Fact]
    public void A_file_named_like_a_generated_member_is_reported_at_its_start() => Diagnose
        .File("models/predict.nn.json", """
            {|NEURAL0011:{|}
              "inputs": 2,
              "layers": [ { "type": "dense", "weights": [[1, 2]] } ]
            }
            """)
        .UsedBy("internal sealed class Consumer(Predict network) { public Predict Network => network; }")
        .Reports("'Predict' cannot hold a network: its name is that of a generated member");

    [Fact]
    public void A_declared_name_like_a_generated_member_is_reported_at_the_name() => Diagnose
        .File("""{ "name": {|NEURAL0011:"label"|}, "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""")
        .Unused()
        .Reports("'Label' cannot hold a network: its name is that of a generated member");

    [Fact]
    public void A_type_parameter_named_like_a_generated_member_is_reported() => Diagnose
        .Source("[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] public partial class {|NEURAL0011:Net|}<Predict>;")
        .Unused()
        .Reports("'Net' cannot hold a network: its type parameter 'Predict' has the name of a generated member");

    [Theory]
    [InlineData("public int Predict;", "Predict")]
    [InlineData("public int Classify { get; }", "Classify")]
    [InlineData("public enum Label { One }", "Label")]
    [InlineData("public int Label() => 1;", "Label")]
    [InlineData("public int InputSize() => 1;", "InputSize")]
    [InlineData("public static int InputNames;", "InputNames")]
    [InlineData("public int OutputNames() => 1;", "OutputNames")]
    [InlineData("public event System.Action? Loss { add { } remove { } }", "Loss")]
    public void A_member_named_like_a_generated_one_is_reported(string member, string name) => Diagnose
        .Source($$"""
            [NeuralNetwork(Inputs = 2, Labels = ["a", "b"])]
            [Dense(2, Weights = [1, 2, 3, 4])]
            public partial class {|NEURAL0011:Net|} { {{member}} }
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports($"'Net' cannot hold a network: it declares '{name}' itself, the name of a generated member");

    [Theory]
    [InlineData("public static float Predict(float a, float b) => a;", "Predict(float, float)")]
    [InlineData("public static float Predict(System.ReadOnlySpan<float> a) => a[0];", "Predict(System.ReadOnlySpan<float>)")]
    [InlineData(
        "private void PredictBatch(System.ReadOnlySpan<float> a, System.Span<float> b) { }",
        "PredictBatch(System.ReadOnlySpan<float>, System.Span<float>)")]
    public void A_method_with_the_parameters_of_a_generated_one_is_reported(string method, string signature) => Diagnose
        .Source($$"""[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] public partial class {|NEURAL0011:Net|} { {{method}} }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports($"'Net' cannot hold a network: it declares '{signature}' itself, a member of the network");

    [Theory]
    [InlineData("public static float Predict(string text) => 0;")]
    [InlineData("public static double Predict(double a, double b) => a;")]
    [InlineData("public static float Predict(float a) => a;")]
    [InlineData("public static float Predict(ref float a, ref float b) => a;")]
    [InlineData("public static float Predict<T>(float a, float b) => a;")]
    [InlineData("public static int Classify() => 0;")]
    [InlineData("public static float Layers(float a) => a;")]
    [InlineData("public static int LabelTexts;")]
    [InlineData("public static int InputTexts; public static int OutputTexts() => 1;")]
    public void Other_members_stand_beside_the_generated_ones(string member) => Diagnose
        .Source($$"""[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2])] public partial class Net { {{member}} }""")
        .ReportsNothing();

    [Theory]
    [InlineData("System.ReadOnlySpan<float> a")]
    [InlineData("System.ReadOnlySpan<float> a, NormalizationMethod b")]
    public void A_method_of_a_trainable_network_is_reported(string parameters) => Diagnose
        .Source($$"""[NeuralNetwork(Inputs = 2, Trainable = true)] [Normalization] [Dense(1)] public partial class {|NEURAL0011:Net|} { public void FitNormalization({{parameters}}) { } }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports($"'Net' cannot hold a network: it declares 'FitNormalization({string.Join(", ", parameters.Split(", ").Select(parameter => parameter[..^2].Replace("Norm", "NeuralGen.Norm", StringComparison.Ordinal)))})' itself, a member of the network");

    [Fact]
    public void A_method_that_would_clash_with_a_stand_in_leaves_that_out() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = {|NEURAL0004:0|})]
            [Dense(1, Weights = [1, 2])]
            public partial class Net
            {
                public static float Predict(float[] input) => input[0];
            }
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports("Network 'Net' has 0 inputs; it needs at least 1");

    [Fact]
    public void A_mistake_and_a_clash_are_reported_together() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Dense(1, {|NEURAL0204:(Activation)99|}, Weights = [1, 2])]
            public partial class {|NEURAL0011:Net|}
            {
                public static float Predict(float a, float b) => a + b;
            }
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports(
            "Activation '99' of layer 'output' is unknown",
            "'Net' cannot hold a network: it declares 'Predict(float, float)' itself, a member of the network");
}
