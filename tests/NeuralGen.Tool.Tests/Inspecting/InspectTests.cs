using System.Text.Json;
using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Inspecting;

public sealed class InspectTests
{
    [Fact]
    public void JsonSaysWhatAModelIs()
    {
        JsonElement iris = Inspect(WorkFolder.Iris, "iris.nn.json");
        Assert.Equal(16, iris.GetProperty("parameters").GetInt32());
        Assert.Equal(14, iris.GetProperty("multiplyAdds").GetInt32());
        Assert.Equal(["setosa", "versicolor", "virginica"], iris.GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        JsonElement input = Assert.Single(iris.GetProperty("inputs").EnumerateArray());
        Assert.Equal("float", input.GetProperty("type").GetString());
        Assert.Equal([4], input.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal("sepal_width", input.GetProperty("values")[1].GetString());
        JsonElement hidden = iris.GetProperty("layers").EnumerateArray().Single(layer => layer.GetProperty("name").GetString() == "hidden");
        Assert.Equal(10, hidden.GetProperty("parameters").GetInt32());
        Assert.Equal("tanh", hidden.GetProperty("activation").GetString());
        Assert.Equal(2, hidden.GetProperty("weights").GetProperty("maximum").GetDouble());
    }

    [Theory]
    [InlineData("net.nnet", Models.Nnet, 9, "nnet")]
    [InlineData("net.json", Models.RtNeural, 3, "rtneural")]
    [InlineData("other.nn.json", WorkFolder.Sum, 2, "json")]
    public void FormatsAreRecognisedByContent(string name, string text, int parameters, string format)
    {
        JsonElement found = Inspect(text, name);
        Assert.Equal(parameters, found.GetProperty("parameters").GetInt32());
        Assert.Equal(format, found.GetProperty("format").GetString());
    }

    [Fact]
    public void TakesWhatAnItemOfAProjectSays()
    {
        JsonElement digits = InstalledTool.Run("inspect", Models.Digits, "--json", "--labels", "a;b;c;d;e;f;g;h;i;j").Json;
        Assert.Equal(7178, digits.GetProperty("parameters").GetInt32());
        Assert.Equal("pytorch", digits.GetProperty("source").GetProperty("producer").GetString());
        Assert.Equal(10, digits.GetProperty("labels").GetArrayLength());
        JsonElement voice = InstalledTool.Run(
            "inspect", Models.Voice, "--json", "--input-shapes", "input=1,576;state=2,1,128", "--constants", "sr=16000", "--states", "state=stateN").Json;
        Assert.True(voice.GetProperty("stateful").GetBoolean());
        Assert.True(voice.GetProperty("code").GetProperty("resourceBytes").GetInt64() > 1_000_000);
    }

    [Fact]
    public void ATableSaysItToPeople()
    {
        ToolResult result = InstalledTool.Run("inspect", Models.Penguins).Succeeded();
        Assert.Contains("11,401 parameters, 11,200 multiply-adds", result.Output, StringComparison.Ordinal);
        Assert.Contains("in the weights of 'hidden'", Inspected(WorkFolder.Iris), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public void MistakesHaveTheirPlace()
    {
        using WorkFolder folder = new WorkFolder().File("bad.nn.json", WorkFolder.Iris.Replace("[0.5, -0.25, 1.5, 2]", "[0.5, -0.25, 1.5]", StringComparison.Ordinal));
        folder.Run("inspect", "bad.nn.json").Failed(1, "bad.nn.json(5,54): error NEURAL0101: Layer 'hidden' row 0 has 3 weights");
        folder.Run("inspect", Models.Voice).Failed(1, "InputShapes");
        folder.Run("inspect", Models.Weights).Failed(1, "\"tensors\": \"digits.safetensors\"");
        folder.File("rows.csv", "a,b\n").Run("inspect", "rows.csv").Failed(1, "is no model of a known format");
        folder.Run("inspect", folder.Path).Failed(1, "it is a folder");
        folder.File("sum.nn.json", WorkFolder.Sum).Run("inspect", "sum.nn.json", "--constants", "a=1").Failed(1, "--constants is for ONNX models");
    }

    private static JsonElement Inspect(string text, string name)
    {
        using WorkFolder folder = new WorkFolder().File(name, text);
        return folder.Run("inspect", name, "--json").Json;
    }

    private static string Inspected(string text)
    {
        using WorkFolder folder = new WorkFolder().File("net.nn.json", text);
        return folder.Run("inspect", "net.nn.json").Succeeded().Output;
    }
}
