using System.Reflection;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Derivatives of random networks against central differences.</summary>
public class RandomGradientTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Derivatives_are_those_of_the_loss(int batch)
    {
        RandomNetwork[] networks = [.. Enumerable.Range(7000 + (batch * 40), TestShare.Of(40, 14)).Select(seed => new RandomNetwork(seed))];
        GeneratorHost host = new();
        foreach (RandomNetwork network in networks)
        {
            host.File(network.FileName, network.Json);
        }

        Assembly assembly = host.Run().Load();
        int compared = 0;
        int skipped = 0;
        foreach (RandomNetwork network in networks)
        {
            GradientCheck check = new(network.Json, new CompiledNetwork(assembly.GetType(network.TypeName, throwOnError: true)!));
            check.Run([.. Enumerable.Range(0, 2).Select(_ => network.NextInput())], new Random(network.Seed));
            compared += check.Compared;
            skipped += check.Skipped;
        }

        Assert.True(skipped < compared / 50, $"{skipped} derivatives near corners, {compared} compared");
    }
}
