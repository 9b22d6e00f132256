using NeuralGen.Build;

namespace NeuralGen.Generator.Tests.Builds;

public class OutputPathTests
{
    [Theory]
    [InlineData("a.safetensors", "a.safetensors")]
    [InlineData("models/a.safetensors", "models/a.safetensors")]
    [InlineData("models\\a.safetensors", "models/a.safetensors")]
    [InlineData("./models//a.safetensors", "models/a.safetensors")]
    [InlineData("models/../a.safetensors", "a.safetensors")]
    [InlineData("../shared/a.safetensors", "__/shared/a.safetensors")]
    [InlineData("../../a.safetensors", "__/__/a.safetensors")]
    [InlineData("models/../../a.safetensors", "__/a.safetensors")]
    [InlineData("/project/models/a.safetensors", "models/a.safetensors")]
    [InlineData("/other/a.safetensors", "__/other/a.safetensors")]
    public void The_path_as_written_tells_the_place(string path, string expected) => Assert.Equal(expected, OutputPath.Of(path, "/project").Replace('\\', '/'));
}
