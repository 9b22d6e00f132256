using System.Reflection;
using System.Text.Json;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Outputs, losses and derivatives of generated code against those that PyTorch's autograd computed.</summary>
public class PyTorchTests
{
    /// <param name="turn">Which quarter of the networks runs by default.</param>
    /// <param name="precision">The precision of the networks.</param>
    /// <param name="emission">The shape of their code.</param>
    /// <param name="tolerance">The largest difference, relative to the largest number of its kind in a case.</param>
    /// <param name="smallest">What counts as the largest where all are smaller: single precision leaves 1 - y few digits.</param>
    [Theory]
    [InlineData(0, "double", "auto", 1e-10, 0)]
    [InlineData(1, "double", "unrolled", 1e-10, 0)]
    [InlineData(2, "double", "vectorized", 1e-10, 0)]
    [InlineData(3, "single", "auto", 1e-5, 1)]
    public void Derivatives_are_those_of_PyTorch(int turn, string precision, string emission, double tolerance, double smallest)
    {
        PyTorchCase[] cases = [.. PyTorchCase.All.Where((_, index) => TestShare.Includes(index, turn, 4))];
        GeneratorHost host = new();
        foreach (PyTorchCase item in cases)
        {
            host.File($"{item.TypeName}.nn.json", item.ToJson(precision, emission));
        }

        Assembly assembly = host.Run().Load();
        PyTorchComparison comparison = new(tolerance, smallest);
        foreach (PyTorchCase item in cases)
        {
            CompiledNetwork compiled = new(assembly.GetType($"Project.{item.TypeName}", throwOnError: true)!);
            Assert.Equal(precision == "double", compiled.IsDouble);
            comparison.Run(item, compiled);
        }

        Assert.True(comparison.Differences.Count == 0, $"{comparison.Differences.Count} differences:\n{string.Join('\n', comparison.Differences)}");
        Assert.True(comparison.Compared > TestShare.Of(40_000, 6_000), $"only {comparison.Compared} numbers compared");
    }

    [Fact]
    public void The_cases_cover_every_activation_and_loss()
    {
        string withArguments = File.ReadAllText(Path.Combine(SourceFolder.Root, "tests", "fixtures", "pytorch", "activations.json"));
        string[] networks = [.. PyTorchCase.All.Select(item => item.Network.ToJsonString()), withArguments];
        IEnumerable<string> activations = ActivationCatalog.Names.Select(name => ActivationCatalog.Find(name)!.Name);
        IEnumerable<string> losses = Enum.GetNames<LossKind>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);
        foreach (string name in activations.Concat(losses))
        {
            Assert.Contains(networks, text => text.Contains($"\"{name}\"", StringComparison.Ordinal));
        }
    }
}
