using Google.Protobuf;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Standard;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>Models that others published, against ONNX Runtime. They lie in a folder beside the repository, where somebody has put them.</summary>
public sealed class PublishedModelTests(ITestOutputHelper output) : IDisposable
{
    private readonly ModelFolder _folder = new();

    private static string Root => Environment.GetEnvironmentVariable("NEURALGEN_PUBLISHED_MODELS") ?? Path.Combine(SourceRoot.Path, "..", "shared", "fixtures");

    /// <summary>Where a model lies: beside the repository, or in one of its samples.</summary>
    private static string PathOf(string model) => Path.Combine(model.StartsWith("samples/", StringComparison.Ordinal) ? SourceRoot.Path : Root, model);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("acasxu/ACASXU_experimental_v2a_1_1.onnx", 1, 1, 1, 5)]
    [InlineData("acasxu/ACASXU_experimental_v2a_3_5.onnx", 1, 1, 1, 5)]
    [InlineData("acasxu/ACASXU_experimental_v2a_5_9.onnx", 1, 1, 1, 5)]
    [InlineData("samples/TextAngle/ch_ppocr_mobile_v2.0_cls_infer.onnx", 1, 3, 48, 192)]
    public void A_published_model_computes_what_ONNX_Runtime_computes(string model, params int[] shape)
    {
        if (Skips(model) || RuntimeOracle.Missing.Length > 0)
        {
            output.WriteLine($"Skipped: {RuntimeOracle.Missing}");
            return;
        }

        PreparedTest test = new(Laid(model, shape), 0);
        foreach (string line in RuntimeRun.Of([test]))
        {
            output.WriteLine(line);
        }

        Assert.Equal((StandardOutcome.Passed, ""), (test.Result!.Outcome, test.Result.Reason));
    }

    [Fact]
    public void A_recurrent_model_with_branches_on_its_sample_rate_computes_what_ONNX_Runtime_computes()
    {
        string model = Path.Combine(SourceRoot.Path, "samples", "VoiceActivity", "silero_vad_v5.onnx");
        if (RuntimeOracle.Missing.Length > 0)
        {
            output.WriteLine($"Skipped: {RuntimeOracle.Missing}");
            return;
        }

        Random random = new(1);
        Literal Numbers(double scale, params int[] shape) =>
            Literal.Of(ElementKind.Float, shape, [.. Enumerable.Range(0, Dimensions.Count(shape)).Select(_ => (double)(float)(scale * ((2 * random.NextDouble()) - 1)))]);
        StandardTest laid = Laid(model, [Numbers(0.3, 1, 576), Numbers(0.5, 2, 1, 128), Literal.Of(ElementKind.Int64, [], new long[] { 16000 })]);
        PreparedTest test = new(laid, 0);
        test.Prepare();
        Assert.True(test.Result is null, test.Result?.Reason);
        Literal[] inputs = StandardTest.Tensors(laid.DataSets[0], "input")!;
        Literal[] expected = StandardTest.Tensors(laid.DataSets[0], "output")!;
        Array[] actual = StandardRun.Outputs(test, StandardProject.Compile([test])!, inputs, expected);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = expected[i].Numbers().Zip(actual[i].Cast<float>(), (wanted, found) => Math.Abs(wanted - found)).Max();
            output.WriteLine(FormattableString.Invariant($"output {i}: largest error {error}"));
            Assert.True(error < 1e-5);
        }
    }

    private bool Skips(string model)
    {
        if (File.Exists(PathOf(model)))
        {
            return false;
        }

        output.WriteLine($"Skipped: there is no {model} in {Root}; NEURALGEN_PUBLISHED_MODELS names another folder.");
        return true;
    }

    private StandardTest Laid(string model, int[] shape)
    {
        double[] ramp = [.. Enumerable.Range(0, Dimensions.Count(shape)).Select(i => (i % 7) - 3.0)];
        return Laid(model, [RandomInput.Like(Literal.Of(ElementKind.Float, shape, ramp), new Random(1))]);
    }

    /// <summary>The model as the standard lays out its tests, with what ONNX Runtime computes of some inputs.</summary>
    private StandardTest Laid(string model, Literal[] inputs)
    {
        string data = Path.Combine(_folder.Path, "test_data_set_0");
        Directory.CreateDirectory(data);
        File.Copy(Path.IsPathRooted(model) ? model : PathOf(model), Path.Combine(_folder.Path, "model.onnx"));
        using RuntimeOracle oracle = new(Path.Combine(_folder.Path, "model.onnx"));
        IReadOnlyList<Literal> outputs = oracle.Run(inputs);
        for (int i = 0; i < inputs.Length; i++)
        {
            Write(Path.Combine(data, $"input_{i}.pb"), inputs[i]);
        }

        for (int i = 0; i < outputs.Count; i++)
        {
            Write(Path.Combine(data, $"output_{i}.pb"), outputs[i]);
        }

        return new StandardTest(model, _folder.Path);
    }

    private static void Write(string path, Literal values)
    {
        TensorProto tensor = new() { Name = "values", DataType = (int)values.Kind };
        tensor.Dims.AddRange(values.Shape.Select(size => (long)size));
        if (values.Kind == ElementKind.Int64)
        {
            tensor.Int64Data.AddRange(values.Integers());
        }
        else
        {
            tensor.FloatData.AddRange(values.Numbers().Select(value => (float)value));
        }

        File.WriteAllBytes(path, tensor.ToByteArray());
    }
}
