using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Generator.Tests.Fingerprints;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Numbers;

/// <summary>Networks that read their numbers from a resource compute what those compute whose numbers are code.</summary>
public class StoredNumbersTests
{
    private const string Perceptron = """
        "inputs": 256, "tensors": "weights.safetensors",
        "layers": [
          { "type": "dense", "name": "fc1", "activation": "relu" },
          { "type": "layer_normalization", "name": "norm" },
          { "type": "dense", "name": "fc2", "activation": "softmax" }
        ],
        "loss": "categorical_cross_entropy"
        """;

    private const string Image = """
        "inputs": [ { "shape": [3, 8, 8] } ], "tensors": "weights.safetensors",
        "layers": [
          { "type": "conv2d", "name": "conv1", "padding": "same", "activation": "relu" },
          { "type": "conv2d", "name": "conv2", "padding": "same", "groups": 4 },
          { "type": "activation", "name": "act", "activation": "prelu" },
          { "type": "max_pool2d", "kernel": 2 },
          { "type": "flatten" },
          { "type": "dense", "name": "fc" }
        ]
        """;

    private const string Normalized = """
        "inputs": [ { "shape": [3, 8, 8] } ], "tensors": "weights.safetensors",
        "layers": [
          { "type": "conv2d", "name": "conv1", "padding": "same" },
          { "type": "batch_normalization", "name": "bn1" },
          { "type": "activation", "activation": "relu" },
          { "type": "flatten" },
          { "type": "dense", "name": "fc" },
          { "type": "batch_normalization", "name": "bn2" }
        ]
        """;

    [Theory]
    [InlineData("single", "F32")]
    [InlineData("single", "F64")]
    [InlineData("double", "F32")]
    [InlineData("double", "F64")]
    public void Dense_layers_agree_to_the_bit(string precision, string type) => AssertSame(Perceptron, precision, PerceptronFile(type), difference: 0);

    [Theory]
    [InlineData("single")]
    [InlineData("double")]
    public void Convolutions_agree_to_the_bit(string precision) => AssertSame(Image, precision, ImageFile(), difference: 0);

    [Theory]
    [InlineData("single", 0)]
    [InlineData("double", 1e-12)]
    public void Normalisations_agree(string precision, double difference) => AssertSame(Normalized, precision, NormalizedFile(), difference);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.97)]
    public void Weights_of_zero_ignore_their_inputs(double zeros)
    {
        (CompiledNetwork inline, CompiledNetwork stored) = Both(Perceptron, "single", PerceptronFile(zeros: zeros));
        double[] inputs = [.. Inputs(inline, 3).Select((value, i) => i is 7 or 300 ? double.NaN : value)];
        Assert.Equal(inline.Predict(inputs[..256]), stored.Predict(inputs[..256]));
        Assert.Equal(inline.PredictBatch(inputs), stored.PredictBatch(inputs));
    }

    [Fact]
    public void Trainable_networks_begin_with_the_numbers_of_the_file()
    {
        (CompiledNetwork inline, CompiledNetwork stored) = Both(Normalized + ", \"trainable\": true", "single", NormalizedFile());
        Assert.Equal(Values(inline), Values(stored));
        double[] inputs = Inputs(inline, 1);
        Assert.Equal(inline.Predict(inputs), stored.Predict(inputs));

        static float[] Values(CompiledNetwork network) => network.Type.GetProperty("Parameters")!.GetMethod!.CreateDelegate<Parameters>(Activator.CreateInstance(network.Type))().ToArray();
    }

    [Fact]
    public void Parameters_in_the_order_of_the_file_are_read_in_place()
    {
        // Of 64 bytes each, so that nothing lies between them.
        TensorFile file = new TensorFile().Add("fc.weight", [272, 256]).Add("fc.bias", [272]);
        GeneratedProject project = Project("""
            "inputs": 256, "tensors": "weights.safetensors", "layers": [ { "type": "dense", "name": "fc" } ]
            """, "single", file.Stored);
        Assert.Contains("Parameters => Layers.AllParameters;", project.Code("Net"), StringComparison.Ordinal);
        Assert.Contains("AllParameters => Stored.Tensors.Single(0L, 69904);", project.Code("Net"), StringComparison.Ordinal);
        AssertSame("""
            "inputs": 256, "tensors": "weights.safetensors", "layers": [ { "type": "dense", "name": "fc" } ]
            """, "single", file, difference: 0);
    }

    [Fact]
    public void Normalisations_that_are_known_go_into_weights_that_are_not()
    {
        string List(double first) => $"[{string.Join(", ", Enumerable.Range(0, 16).Select(i => FormattableString.Invariant($"{first + (i * 0.125)}")))}]";
        string json = $$"""
            "inputs": [ { "shape": [3, 8, 8] } ], "tensors": "weights.safetensors", "layers": [
              { "type": "conv2d", "name": "conv1", "padding": "same" },
              { "type": "batch_normalization", "name": "known", "gamma": {{List(-1)}}, "beta": {{List(0.5)}}, "mean": {{List(-0.25)}}, "variance": {{List(0.75)}} },
              { "type": "activation", "activation": "relu" }, { "type": "flatten" }, { "type": "dense", "name": "fc" } ]
            """;
        TensorFile file = new TensorFile().Add("conv1.weight", [16, 3, 3, 3]).Add("conv1.bias", [16]).Add("fc.weight", [70, 1024]);
        GeneratedProject project = Project(json, "single", file.Stored);
        Assert.Contains("with 'known' folded into its weights", project.Code("Net"), StringComparison.Ordinal);
        AssertSame(json, "single", file, difference: 1e-5);
    }

    [Fact]
    public void Numbers_beside_those_of_the_file_stay_in_the_code()
    {
        const string Mixed = """
            "inputs": 256, "tensors": "weights.safetensors",
            "layers": [
              { "type": "normalization", "mean": [MEAN], "scale": [SCALE] },
              { "type": "dense", "name": "fc1", "bias": [BIAS], "activation": "relu" },
              { "type": "dense", "name": "fc2" }
            ]
            """;
        string json = Mixed
            .Replace("MEAN", string.Join(", ", Enumerable.Repeat("0.5", 256)), StringComparison.Ordinal)
            .Replace("SCALE", string.Join(", ", Enumerable.Repeat("2", 256)), StringComparison.Ordinal)
            .Replace("BIAS", string.Join(", ", Enumerable.Range(0, 260).Select(i => i % 7)), StringComparison.Ordinal);
        AssertSame(json, "single", PerceptronFile(), difference: 1e-6);
    }

    [Theory]
    [InlineData("single")]
    [InlineData("double")]
    public void Projects_for_old_frameworks_read_resources_too(string precision)
    {
        FingerprintPlatform old = FingerprintPlatform.All.Single(platform => platform.Name == "netstandard2.0");
        foreach ((string json, TensorFile file) in new[] { (Perceptron, PerceptronFile()), (Normalized, NormalizedFile()) })
        {
            CompiledNetwork[] networks =
            [
                .. new[] { Host(json, precision, file.Inline), Host(json, precision, file.Stored) }
                    .Select(host => old.Load(FingerprintedCode.Write(FingerprintedCode.Models(host).Single(), old), host.Resources))
                    .Select(assembly => new CompiledNetwork(assembly.GetType("Net", throwOnError: true)!)),
            ];
            AssertSame(networks[0], networks[1], precision == "single" ? 1e-6 : 1e-12);
        }
    }

    [Fact]
    public void Normalisations_are_worked_into_packed_weights()
    {
        string code = Project(Normalized, "single", NormalizedFile().Stored).Code("Net");
        Assert.Contains("new global::NeuralGen.PackedConvolution(FoldedConv1Weights, FoldedConv1Bias, ", code, StringComparison.Ordinal);
        Assert.Contains("FoldedFcWeights => global::NeuralGen.FoldedNormalization.Weights(FcWeights, Bn2Gamma, Bn2Variance, 1E-05);", code, StringComparison.Ordinal);
        Assert.Contains("FoldedFcBias => global::NeuralGen.FoldedNormalization.Bias(default, Bn2Gamma, Bn2Variance, 1E-05, Bn2Mean, Bn2Beta);", code, StringComparison.Ordinal);

        // A layer with weights of zero reads them again where it meets NaN.
        code = Project(Normalized, "single", NormalizedFile(zeros: 0.5).Stored).Code("Net");
        Assert.DoesNotContain("FoldedFcWeights", code, StringComparison.Ordinal);
        Assert.Contains("Bn2Scale = global::NeuralGen.FoldedNormalization.Factors(Bn2Gamma, Bn2Variance, 1E-05);", code, StringComparison.Ordinal);
        AssertSame(Normalized, "single", NormalizedFile(zeros: 0.5), 1e-6);
    }

    [Fact]
    public void The_code_has_none_of_the_numbers()
    {
        GeneratedProject project = Project(Normalized, "single", NormalizedFile().Stored);
        Assert.InRange(project.Code("Net").Length, 1, 60_000);
        Assert.DoesNotContain("MemoryMarshal", project.Code("Net"), StringComparison.Ordinal);
        Assert.Empty(project.Analyze());
    }

    private delegate Span<float> Parameters();

    private static TensorFile PerceptronFile(string name = "F32", double zeros = 0) => PerceptronFile(Enum.Parse<DataType>(name), zeros);

    private static TensorFile PerceptronFile(DataType type, double zeros) => new TensorFile()
        .Add("fc1.bias", type, [260]).Add("fc1.weight", type, [260, 256], zeros: zeros)
        .Add("norm.weight", type, [260], scale: 1).Add("norm.bias", type, [260])
        .Add("fc2.weight", type, [10, 260], zeros: zeros).Add("fc2.bias", type, [10]);

    private static TensorFile ImageFile() => new TensorFile()
        .Add("conv1.weight", [16, 3, 3, 3]).Add("conv1.bias", [16])
        .Add("conv2.weight", [32, 4, 3, 3]).Add("act.weight", [32])
        .Add("fc.weight", [160, 512]).Add("fc.bias", [160]);

    private static TensorFile NormalizedFile(double zeros = 0) => new TensorFile()
        .Add("conv1.weight", [16, 3, 3, 3]).Add("conv1.bias", [16])
        .Add("bn1.weight", [16], scale: 2).Add("bn1.bias", [16]).Add("bn1.running_mean", [16]).Add("bn1.running_var", [16], scale: 3, least: 0.5)
        .Add("fc.weight", [70, 1024], zeros: zeros)
        .Add("bn2.weight", [70], scale: 2).Add("bn2.bias", [70]).Add("bn2.running_mean", [70]).Add("bn2.running_var", [70], scale: 3, least: 0.5);

    private static GeneratorHost Host(string json, string precision, Func<GeneratorHost, GeneratorHost> weights) =>
        weights(new GeneratorHost().Property("RootNamespace", "").File("Net.nn.json", $$"""{ "precision": "{{precision}}", {{json}} }"""));

    private static GeneratedProject Project(string json, string precision, Func<GeneratorHost, GeneratorHost> weights) => Host(json, precision, weights).Run();

    private static (CompiledNetwork Inline, CompiledNetwork Stored) Both(string json, string precision, TensorFile file) =>
        (Project(json, precision, file.Inline).Network("Net"), Project(json, precision, file.Stored).Network("Net"));

    private static void AssertSame(string json, string precision, TensorFile file, double difference)
    {
        (CompiledNetwork inline, CompiledNetwork stored) = Both(json, precision, file);
        AssertSame(inline, stored, difference);
    }

    private static void AssertSame(CompiledNetwork inline, CompiledNetwork stored, double difference)
    {
        Assert.Equal(inline.ParameterCount, stored.ParameterCount);
        Assert.Equal(inline.Parameters, stored.Parameters);
        double[] inputs = Inputs(inline, 9);
        double[] input = inputs[..inline.InputSize];
        double[] targets = [.. Enumerable.Range(0, 9 * inline.OutputSize).Select(i => i % inline.OutputSize == 0 ? 1.0 : 0)];
        double[] target = targets[..inline.OutputSize];
        AssertClose(inline.Predict(input), stored.Predict(input), difference);
        AssertClose(inline.PredictBatch(inputs), stored.PredictBatch(inputs), difference);
        AssertClose(inline.InputJacobian(input), stored.InputJacobian(input), difference);
        AssertClose(inline.Gradient(input, target, out double inlineLoss), stored.Gradient(input, target, out double storedLoss), difference);
        AssertClose([inlineLoss], [storedLoss], difference);
        AssertClose(inline.GradientBatch(inputs, targets, out inlineLoss), stored.GradientBatch(inputs, targets, out storedLoss), difference);
        AssertClose([inlineLoss, inline.Loss(input, target)], [storedLoss, stored.Loss(input, target)], difference);
    }

    private static void AssertClose(double[] expected, double[] actual, double difference)
    {
        if (difference == 0)
        {
            Assert.Equal(expected, actual);
            return;
        }

        double most = difference * Math.Max(1, expected.Max(Math.Abs));
        Assert.All(expected.Zip(actual), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, most));
    }

    private static double[] Inputs(CompiledNetwork network, int samples)
    {
        Random random = new(3);
        return [.. Enumerable.Range(0, samples * network.InputSize).Select(_ => (double)(float)((2 * random.NextDouble()) - 1))];
    }
}
