using System.Text;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Errors;

/// <summary>The pages of rules quote what a build says of their examples.</summary>
public sealed class RulePageTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public static TheoryData<string> Rules => new(ImportRules.All.Select(rule => rule.Id));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_has_its_title_and_quotes_the_message(string id)
    {
        string[] page = File.ReadAllLines(Path.Combine(SourceRoot.Path, "generator", "diagnostics", id + ".md"));
        Assert.Equal($"# {id}: {ImportRules.All.Single(rule => rule.Id == id).Title}", page[0]);
        Assert.Equal(["## Cause", "## Example", "## Fix", "## How to silence"], page.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        (byte[] bytes, string name, ImportOptions options) = Example(id);
        string message = Assert.Single(_folder.Import(bytes, options, name).Problems).Message;
        Assert.Equal(page[Array.IndexOf(page, "```text") + 1], message.Split(" (docs/")[0]);
    }

    private (byte[] Bytes, string Name, ImportOptions Options) Example(string id) => id switch
    {
        "NEURAL0405" => (Encoding.ASCII.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"), "digits.onnx", new()),
        "NEURAL0406" => (new ModelBuilder(opset: 4).Input("x", 1, 2).Node("Relu", "x", "y").Output("y").Bytes, "old.onnx", new()),
        "NEURAL0407" => (new ModelBuilder().Input("x", 1, 2).Node("RandomNormalLike", "noise", ["x"], ["y"]).Output("y").Bytes, "noise.onnx", new()),
        "NEURAL0408" => (Tiles(), "tiles.onnx", new()),
        "NEURAL0409" => (new ModelBuilder().Input("tokens", "batch", "length").Node("Relu", "tokens", "y").Output("y").Bytes, "words.onnx", new()),
        "NEURAL0410" => (Broken(), "broken.onnx", new()),
        "NEURAL0411" => (Tiles(), "tiles.onnx", new() { Constants = "counts=1,2;count=1,2" }),
        "NEURAL0412" => (new ModelBuilder().Input("words", ElementKind.String, 1, 2).Node("Identity", "words", "y").Output("y", ElementKind.String).Bytes, "words.onnx", new()),
        "NEURAL0420" => (new ModelBuilder().Input("x", 1, 2).Node("Relu", "x", "y").Output("y").Bytes, "digits.onnx", new() { Tests = Written("digits.tests.json", """[ { "input": { "x": [1, 2, 3] }, "output": { "y": [0, 1] } } ]""") }),
        "NEURAL0421" => (Encoding.ASCII.GetBytes("// a network\n1,2,1,2,\n2,1,\n0,\n-1,-1,\n1,1,\n0,0,0,\n1,1,1,\n0.5,\n"), "course.nnet", new()),
        "NEURAL0427" => (Encoding.ASCII.GetBytes("""{ "in_shape": [null, null, 1], "layers": [ { "type": "lstm", "activation": "tanh", "shape": [null, null, 1], "weights": [[[1, 2, 3]], [[1, 2, 3, 4]], [0, 1, 0, 0]] } ] }"""), "amplifier.json", new()),
        _ => (Outside(), "large.onnx", new()),
    };

    private string Written(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder.Path, name), text);
        return name;
    }

    private static byte[] Tiles() =>
        new ModelBuilder().Input("data", 1, 2).Input("count", ElementKind.Int64, 2).Node("Tile", "tile", ["data", "count"], ["y"]).Output("y").Bytes;

    private static byte[] Broken()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 1, 2).Node("Add", "sum", ["x", "lost"], ["y"]).Output("y");
        model.Model.Graph.Name = "broken";
        return model.Bytes;
    }

    private static byte[] Outside()
    {
        TensorProto tensor = new() { Name = "fc1.weight", DataType = (int)ElementKind.Float, DataLocation = 1 };
        tensor.Dims.AddRange([2, 2]);
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "../weights.bin" });
        return new ModelBuilder().Input("x", 1, 2).Tensor(tensor).Node("MatMul", "x fc1.weight", "y").Output("y").Bytes;
    }
}
