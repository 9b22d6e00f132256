using NeuralGen.Build;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
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
    public void States_stand_in_too()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 2).Input("s/0", 2).Node("RandomNormalLike", "x", "y").Node("Add", "y s/0", "s/1").Node("Neg", "x", "z").Output("z").Output("s/1");
        (IReadOnlyList<FileProblem> problems, ImportedFile file) = _folder.Import(model.Bytes, new ImportOptions { Class = "Net", States = "s/0=s/1" });
        Assert.Single(problems);
        string text = File.ReadAllText(file.Network);
        Assert.Contains("\"states\": { \"s0\": \"s/1\" }", text, StringComparison.Ordinal);
        ProblemList found = new();
        NetworkSignature signature = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(text, found, default), "Net", found).Signature;
        Assert.Empty(found.Problems);
        Assert.True(signature.HasState);
        Assert.Equal(["x"], signature.Inputs.Select(port => port.Name));
        Assert.Equal(["s0 [2]"], signature.States.Select(port => $"{port.Name} {port.Shape}"));

        (problems, file) = _folder.Import("no model"u8.ToArray(), new ImportOptions { Stateful = "true" });
        Assert.Single(problems);
        Assert.Contains("\"stateful\": true", File.ReadAllText(file.Network), StringComparison.Ordinal);
        signature = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(File.ReadAllText(file.Network), found, default), "Net", found).Signature;
        Assert.True(signature.HasState);
    }

    [Fact]
    public void A_file_that_is_no_model_leaves_the_name()
    {
        (IReadOnlyList<FileProblem> problems, ImportedFile file) = _folder.Import("no model"u8.ToArray());
        Assert.Single(problems);
        Assert.Equal("{\n  \"name\": \"Digits\",\n  \"source\": { \"missing\": true }\n}\n", File.ReadAllText(file.Network));
    }
}
