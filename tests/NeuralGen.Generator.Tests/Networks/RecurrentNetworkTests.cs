using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Emission;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>Generated code of random recurrent networks against the interpreter and against differences.</summary>
public class RecurrentNetworkTests
{
    [Fact]
    public void Outputs_and_derivatives_are_those_of_the_interpreter()
    {
        RecurrentNetwork[] networks = [.. Enumerable.Range(0, TestShare.Of(180, 12)).Select(seed => new RecurrentNetwork(seed))];
        GeneratorHost host = new();
        for (int i = 0; i < networks.Length; i++)
        {
            host.File($"net{i}.nn.json", networks[i].Json);
        }

        GeneratedProject project = host.Run();
        for (int i = 0; i < networks.Length; i++)
        {
            Assert.Null(Differentiability.WhyNot(Bind(networks[i].Json)));
            InterpreterCheck.Run(networks[i].Json, project.Network($"Project.Net{i}"), $"network {i}");
        }
    }

    private static Compiler.Networks.Network Bind(string json)
    {
        ProblemList problems = new();
        Compiler.Networks.Network? network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems).Network;
        Assert.Empty(problems.Problems);
        return network!;
    }
}
