using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Converting;

public sealed class ConvertTests
{
    [Fact]
    public void ModelsComeBackAsTheyWere()
    {
        using WorkFolder folder = new WorkFolder().File("net.nnet", Models.Nnet).File("rt.json", Models.RtNeural).File("iris.nn.json", WorkFolder.Iris);
        foreach ((string model, bool hasWeights) in new[] { (Models.Digits, true), ("net.nnet", false), ("rt.json", false), ("iris.nn.json", false) })
        {
            folder.Run("convert", model, "--output", "out.nn.json", "--force").Succeeded();
            Assert.Equal(hasWeights, folder.Has("out.safetensors"));
            string first = folder.Run("generate", model, "--class", "A.B", "--output", "-").Succeeded().Output;
            Assert.Equal(first, folder.Run("generate", "out.nn.json", "--class", "A.B", "--output", "-").Succeeded().Output);
            File.Delete(folder.Of("out.safetensors"));
        }
    }

    [Fact]
    public void WhatIsSaidOfAModelIsInTheFile()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        folder.Run("convert", "iris.nn.json", "--output", "other.nn.json", "--labels", "a;b;c", "--precision", "double").Succeeded();
        Assert.Equal("double", folder.Run("inspect", "other.nn.json", "--json").Json.GetProperty("precision").GetString());
        Assert.Equal("b", folder.Run("inspect", "other.nn.json", "--json").Json.GetProperty("labels")[1].GetString());
        folder.Run("convert", "iris.nn.json", "--output", "other.nn.json").Failed(1, "other.nn.json: exists already; --force");
        folder.Run("convert", "iris.nn.json", "--output", "other.json").Failed(2, "it ends with .nn.json");
        folder.Run("convert", "iris.nn.json", "--output", "none/other.nn.json").Failed(1, "there is no such folder");
    }

    [Fact]
    public void GeneratedCodeIsOneFileWithItsWeightsBeside()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        folder.Run("generate", "iris.nn.json", "--class", "Flowers.Iris", "--output", "Iris.cs").Succeeded();
        string code = folder.Read("Iris.cs");
        Assert.Contains("namespace Flowers", code, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class Iris", code, StringComparison.Ordinal);
        Assert.Contains("GradientBatch", code, StringComparison.Ordinal);
        Assert.Single(code.Split('\n'), line => line == "#nullable enable");

        ToolResult voice = folder.Run(
            "generate", Models.Voice, "--input-shapes", "input=1,576;state=2,1,128", "--constants", "sr=16000", "--states", "state=stateN", "--class", "Audio.Voice", "--output", "Voice.cs").Succeeded();
        Assert.Contains("<NeuralNetwork Include=\"Voice.safetensors\" />", voice.Output, StringComparison.Ordinal);
        Assert.Contains("\"NeuralGen.Voice.safetensors.", folder.Read("Voice.cs"), StringComparison.Ordinal);
        Assert.True(folder.Has("Voice.safetensors"));
        folder.Run("generate", "iris.nn.json", "--class", "1a", "--output", "-").Failed(2, "--class is '1a'");
        folder.Run("generate", "iris.nn.json", "--class", "Predict", "--output", "-").Failed(1, "generated member");
    }
}
