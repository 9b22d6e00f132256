using Google.Protobuf;
using NeuralGen.Build;
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
    public void A_recurrent_model_is_refused_with_one_error()
    {
        const string Model = "models/silero_vad_v5.onnx";
        if (Skips(Model))
        {
            return;
        }

        ImportOptions options = new() { InputShapes = "input=1,512;state=2,1,128", Constants = "sr=16000" };
        IReadOnlyList<FileProblem> problems = _folder.Import(File.ReadAllBytes(PathOf(Model)), options).Problems;
        Assert.Contains("(LSTM, opset 16) cannot be compiled: recurrent operators are not supported", Assert.Single(problems).Message, StringComparison.Ordinal);
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

    /// <summary>The model as the standard lays out its tests, with what ONNX Runtime computes of random numbers.</summary>
    private StandardTest Laid(string model, int[] shape)
    {
        string data = Path.Combine(_folder.Path, "test_data_set_0");
        Directory.CreateDirectory(data);
        File.Copy(PathOf(model), Path.Combine(_folder.Path, "model.onnx"));
        double[] ramp = [.. Enumerable.Range(0, Dimensions.Count(shape)).Select(i => (i % 7) - 3.0)];
        Literal input = RandomInput.Like(Literal.Of(ElementKind.Float, shape, ramp), new Random(1));
        using RuntimeOracle oracle = new(Path.Combine(_folder.Path, "model.onnx"));
        Write(Path.Combine(data, "input_0.pb"), input);
        Write(Path.Combine(data, "output_0.pb"), Assert.Single(oracle.Run([input])));
        return new StandardTest(model, _folder.Path);
    }

    private static void Write(string path, Literal values)
    {
        TensorProto tensor = new() { Name = "values", DataType = (int)ElementKind.Float };
        tensor.Dims.AddRange(values.Shape.Select(size => (long)size));
        tensor.FloatData.AddRange(values.Numbers().Select(value => (float)value));
        File.WriteAllBytes(path, tensor.ToByteArray());
    }
}
