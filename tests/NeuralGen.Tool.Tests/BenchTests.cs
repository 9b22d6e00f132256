using System.Text.Json;
using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests;

public sealed class BenchTests
{
    [Fact]
    public void AModelIsMeasuredBesideOthers()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        JsonElement answer = folder.Run("bench", "iris.nn.json", "--json").Json;
        Assert.Equal(0, answer.GetProperty("bytesPerCall").GetDouble());
        Assert.InRange(answer.GetProperty("nanosecondsPerPrediction").GetDouble(), 0.1, 1e6);
        Assert.True(answer.GetProperty("interpreterNanoseconds").GetDouble() > 0);
        Assert.True(answer.GetProperty("plainLoopsNanoseconds").GetDouble() > 0);
        Assert.True(answer.GetProperty("rowsPerSecond").GetDouble() > 0);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("onnxRuntimeNanoseconds").ValueKind);
    }
}
