using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Seeds;

/// <summary>Every forward number of the source material comes out of generated code, to the bit.</summary>
public class SeedTests(SeedProject project) : IClassFixture<SeedProject>
{
    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (SeedCase seed in SeedCase.All)
        {
            foreach (string form in new[] { "Nodes", "Layers", "NodeFile", "LayerFile" })
            {
                cases.Add(seed.Name, form);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_forward_case_gives_its_number(string name, string form)
    {
        SeedCase seed = SeedCase.All.Single(candidate => candidate.Name == name);
        CompiledNetwork network = project.Network(seed, form);
        Assert.True(network.IsDouble);
        for (int row = 0; row < seed.Inputs.Length; row++)
        {
            Assert.Equal(seed.Expected[row], network.PredictNamed(seed.Inputs[row]));
            Assert.Equal(seed.Expected[row], network.PredictScalar(seed.Inputs[row]));
            Assert.Equal([seed.Expected[row]], network.Predict(seed.Inputs[row]));
        }

        Assert.Equal(seed.Expected, network.PredictBatch([.. seed.Inputs.SelectMany(input => input)]));
        Assert.Equal(seed.Nodes.SelectMany(node => node.Weights), network.Parameters);
    }

    [Fact]
    public void Hidden_values_come_out_of_the_hidden_layers()
    {
        int checkedLayers = 0;
        foreach (SeedCase seed in SeedCase.All)
        {
            for (int layer = 0; layer < seed.HiddenValues.Length; layer++)
            {
                Assert.Equal(seed.HiddenValues[layer], project.Network(seed, $"Hidden{layer + 1}").Predict(seed.Inputs[0]));
                checkedLayers++;
            }
        }

        Assert.Equal(5, checkedLayers);
    }

    [Fact]
    public void The_activation_case_gives_its_numbers()
    {
        CompiledNetwork relu = new GeneratorHost()
            .File("Relu.nn.json", """{ "inputs": 1, "precision": "double", "layers": [ { "type": "activation", "activation": "relu" } ] }""")
            .Run()
            .Network("Project.Relu");
        Assert.Equal([3, 0, 0], new double[] { 3, -3, 0 }.Select(x => relu.PredictNamed(x)));
    }
}
