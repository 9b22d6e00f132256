using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests;

public sealed class NewTests
{
    [Theory]
    [InlineData("Flowers", "iris.nn.json", "Iris.Classify")]
    [InlineData("My.Iris", "flower.nn.json", "Flower.Classify")]
    public void AStarterProjectHasANetworkThatIsSound(string name, string network, string call)
    {
        using WorkFolder folder = new();
        folder.Run("new", name).Succeeded();
        string project = folder.Of(name);
        Assert.Contains("<PackageReference Include=\"NeuralGen\" Version=\"", File.ReadAllText(Path.Combine(project, name + ".csproj")), StringComparison.Ordinal);
        Assert.Contains(call, File.ReadAllText(Path.Combine(project, "Program.cs")), StringComparison.Ordinal);
        Assert.Equal(1, folder.Run("verify", Path.Combine(name, network), "--json").Json.GetProperty("tests").GetProperty("samples").GetInt32());
        folder.Run("new", name).Failed(1, "exists already; --force");
        folder.Run("new", "1a").Failed(2, "NAME is '1a'");
    }
}
