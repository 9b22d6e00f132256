using System.Text.Json;
using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Verifying;

public sealed class VerifyTests
{
    [Fact]
    public void CompiledCodeAgreesWithTestsAndInterpreter()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        JsonElement answer = folder.Run("verify", "iris.nn.json", "--json").Json;
        Assert.True(answer.GetProperty("passed").GetBoolean());
        Assert.Equal(1, answer.GetProperty("tests").GetProperty("samples").GetInt32());
        Assert.Equal(100, answer.GetProperty("interpreter").GetProperty("samples").GetInt32());
        Assert.InRange(answer.GetProperty("interpreter").GetProperty("maxAbsoluteError").GetDouble(), 0, 1e-5);
    }

    [Fact]
    public void ATestThatIsNotMetIsANo()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris.Replace("0.096990", "0.196990", StringComparison.Ordinal));
        folder.Run("verify", "iris.nn.json").Failed(1, "1 of 1 samples are off from tests; the worst is sample 0, output[1]");
    }

    [Fact]
    public void PairsAreComparedToo()
    {
        using WorkFolder folder = new WorkFolder()
            .File("sum.nn.json", WorkFolder.Sum)
            .File("good.json", """[ { "input": [1, 2], "output": [16] } ]""")
            .File("bad.json", """[ { "input": [1, 2], "output": [16] }, { "input": [1, 2], "output": [17], "tolerance": 0.01 } ]""")
            .File("broken.json", """[ { "input": [1, 2, 3], "output": [16] } ]""");
        Assert.Equal(1, folder.Run("verify", "sum.nn.json", "--data", "good.json", "--json").Json.GetProperty("data").GetProperty("samples").GetInt32());
        folder.Run("verify", "sum.nn.json", "--data", "bad.json").Failed(1, "1 of 2 samples are off from data; the worst is sample 1");
        folder.Run("verify", "sum.nn.json", "--data", "broken.json").Failed(1, "broken.json(1,14): error NEURAL0111: Test 0");
        string forest = Path.GetDirectoryName(Models.Forest)!;
        Assert.Equal(3, InstalledTool.Run("verify", Models.Forest, "--data", forest, "--samples", "5", "--json").Json.GetProperty("data").GetProperty("samples").GetInt32());
    }

    [Fact]
    public void OnnxRuntimeIsMissedWhereItIsNot()
    {
        ToolRun without = new() { Environment = new Dictionary<string, string> { ["NEURALGEN_ONNXRUNTIME"] = "/nowhere" } };
        without.Run("verify", Models.Digits, "--against", "onnxruntime").Failed(1, "ONNX Runtime was not found");
    }

    [NeedsFact(Need.OnnxRuntime)]
    public void OnnxRuntimeComputesTheSame()
    {
        ToolRun with = new() { Environment = new Dictionary<string, string> { ["NEURALGEN_ONNXRUNTIME"] = OnnxRuntimeFolder.Path! } };
        JsonElement answer = with.Run("verify", Models.Digits, "--against", "onnxruntime", "--samples", "20", "--json").Json;
        Assert.Equal(20, answer.GetProperty("onnxruntime").GetProperty("samples").GetInt32());
        Assert.InRange(answer.GetProperty("onnxruntime").GetProperty("maxRelativeError").GetDouble(), 0, 1e-4);
        with.Run("verify", Models.Penguins, "--against", "onnxruntime").Failed(1, "this is none");
    }

    [Fact]
    public void ExamplesAreWrittenIntoTheFile()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", "// a comment\n" + WorkFolder.Sum).File("net.nnet", Models.Nnet);
        folder.Run("verify", "sum.nn.json", "--write-tests", "4").Succeeded();
        Assert.StartsWith("// a comment\n", folder.Read("sum.nn.json"), StringComparison.Ordinal);
        Assert.Equal(4, folder.Run("verify", "sum.nn.json", "--json").Json.GetProperty("tests").GetProperty("samples").GetInt32());
        folder.Run("verify", "sum.nn.json", "--write-tests", "2").Failed(1, "has 4 tests already; --force");
        folder.Run("verify", "net.nnet", "--write-tests", "2").Succeeded();
        Assert.Equal(2, folder.Run("verify", "net.nnet", "--tests", "net.tests.json", "--json").Json.GetProperty("tests").GetProperty("samples").GetInt32());
    }
}
