using NeuralGen.Build;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Errors;

/// <summary>A model that could not be imported leaves what is known of it.</summary>
public sealed class StandInTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Inputs_and_outputs_that_are_known_stand_in_for_the_model()
    {
        ModelBuilder model = new ModelBuilder().Input("in/x", "N", 2, 3).Input("k", ElementKind.Int64, 1, 4).Node("RandomNormalLike", "in/x", "y").Node("Neg", "in/x", "z").Output("z");
        (IReadOnlyList<FileProblem> problems, ImportedFile file) = _folder.Import(model.Output("y").Bytes, new ImportOptions { Class = "Net", Namespace = "A.B", Labels = "a;b", Outputs = "z" });
        Assert.Empty(problems);
        (problems, file) = _folder.Import(model.Bytes, new ImportOptions { Class = "Net", Namespace = "A.B", Labels = "a;b", Outputs = "z;lost" });
        Assert.Single(problems);
        Assert.Equal(
            """
            {
              "name": "Net",
              "namespace": "A.B",
              "inputs": [{ "name": "inX", "shape": [2, 3] }, { "name": "k", "shape": [4], "type": "long" }],
              "outputs": [{ "name": "z", "shape": [2, 3] }],
              "labels": ["a", "b"],
              "source": { "missing": true }
            }

            """,
            File.ReadAllText(file.Network));
    }

    [Fact]
    public void A_file_that_is_no_model_leaves_the_name()
    {
        (IReadOnlyList<FileProblem> problems, ImportedFile file) = _folder.Import("no model"u8.ToArray());
        Assert.Single(problems);
        Assert.Equal("{\n  \"name\": \"Digits\",\n  \"source\": { \"missing\": true }\n}\n", File.ReadAllText(file.Network));
    }
}
