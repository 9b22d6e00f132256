using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("inspec")]
    [InlineData("inspect")]
    [InlineData("inspect", "a.onnx", "b.onnx")]
    [InlineData("inspect", "a.onnx", "--precision", "half")]
    [InlineData("predict", "a.onnx", "--on-error", "ignore")]
    [InlineData("predict", "a.onnx", "--delimiter", "ab")]
    [InlineData("predict", "a.onnx", "--json")]
    public void WrongArgumentsEndWithTwo(params string[] arguments)
    {
        ToolResult result = InstalledTool.Run(arguments).Failed(2, "neuralgen: ");
        Assert.Equal("", result.Output);
    }

    [Fact]
    public void HelpHasExamples()
    {
        Assert.Contains("neuralgen inspect digits.onnx", InstalledTool.Run("--help").Succeeded().Output, StringComparison.Ordinal);
        string help = InstalledTool.Run("predict", "--help").Succeeded().Output;
        Assert.Contains("Examples:", help, StringComparison.Ordinal);
        Assert.Contains("--on-error", help, StringComparison.Ordinal);
    }

    [Fact]
    public void VersionIsThatOfThePackage() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", InstalledTool.Run("--version").Succeeded().Output);

    [Fact]
    public void ShellsCanAskForCompletions() => Assert.Contains("predict", InstalledTool.Run("[suggest:3]", "pre").Succeeded().Lines);

    [Fact]
    public void FilesThatAreNotThereAreNamed()
    {
        InstalledTool.Run("inspect", "nowhere.onnx").Failed(1, "nowhere.onnx: cannot be read: there is no such file");
        InstalledTool.Run("predict", Models.Penguins, "--input", "nowhere.csv").Failed(1, "nowhere.csv: cannot be read: there is no such file");
    }
}
