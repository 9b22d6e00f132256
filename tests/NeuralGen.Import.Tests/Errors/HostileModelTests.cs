using System.Text;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Errors;

/// <summary>Files that are no models, or models that lie: one clear error each.</summary>
public sealed class HostileModelTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("<!DOCTYPE html><html>", "it is a page of HTML or XML, as servers send in place of a file")]
    [InlineData("PK\u0003\u0004....", "it is a zip archive; the model may be inside")]
    [InlineData("{ \"a\": 1 }", "it is text that looks like JSON")]
    [InlineData("\u001f\u008b....", "it is compressed by gzip")]
    public void Other_files_are_named(string text, string words) => Assert.Equal(
        [$"NEURAL0405 'models/digits.onnx' cannot be read as an ONNX model: {words}"], _folder.Problems(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void A_model_without_outputs_and_names_that_a_terminal_would_obey_are_one_error_each()
    {
        Assert.Equal(["NEURAL0410 'graph' is no sound graph: it has no outputs"], _folder.Problems(new ModelBuilder().Input("x", 2).Node("Relu", "x", "y").Bytes));
        Assert.Equal(
            ["NEURAL0410 'graph' is no sound graph: node 'y' reads '\\u001B[31mred', which is neither an input nor computed by any node"],
            _folder.Problems(new ModelBuilder().Input("x", 2).Node("Relu", "\u001b[31mred", "y").Output("y").Bytes));
    }

    [Fact]
    public void Every_cut_of_a_model_is_an_error()
    {
        byte[] whole = Dense().Bytes;
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.NotEmpty(_folder.Problems(whole[..length]));
        }
    }

    [Fact]
    public void Changed_bytes_never_crash_the_import()
    {
        byte[] whole = Dense().Bytes;
        Random random = new(7);
        for (int i = 0; i < 300; i++)
        {
            byte[] changed = [.. whole];
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Assert.All(_folder.Problems(changed), problem => Assert.StartsWith("NEURAL04", problem, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_length_that_lies_costs_no_memory()
    {
        // Field 7, the graph, of two billion bytes.
        byte[] bytes = [0x08, 0x08, 0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x00];
        Assert.StartsWith("NEURAL0405 ", Assert.Single(_folder.Problems(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_within_messages_end()
    {
        byte[] inner = [];
        for (int i = 0; i < 5000; i++)
        {
            // An attribute with a graph with a node with an attribute, and so on.
            inner = Field(i % 3 == 1 ? 6 : i % 3 == 0 ? 1 : 5, inner);
        }

        Assert.StartsWith("NEURAL0405 ", Assert.Single(_folder.Problems([0x08, 0x08, .. Field(7, Field(1, Field(5, inner)))])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_is_named() => Assert.Equal(
        ["NEURAL0410 'graph' is no sound graph: some of its nodes read, one from the other, their own results"],
        _folder.Problems(new ModelBuilder().Input("x", 1, 2).Node("Add", "x b", "a").Node("Relu", "a", "b").Output("b").Bytes));

    [Fact]
    public void An_output_that_nothing_computes_is_named() => Assert.Equal(
        ["NEURAL0410 'graph' is no sound graph: nothing computes its output 'y'"],
        _folder.Problems(new ModelBuilder().Input("x", 1, 2).Node("Relu", "x", "z").Output("y").Bytes));

    [Fact]
    public void All_problems_are_reported_at_once() => Assert.Equal(
        [
            "NEURAL0407 Node 'first' (Unheard, opset 17) cannot be compiled: the operator is not supported",
            "NEURAL0407 Node 'second' (Bernoulli, opset 17) cannot be compiled: it draws random numbers",
        ],
        _folder.Problems(new ModelBuilder().Input("x", 1, 2).Node("Unheard", "first", ["x"], ["a"]).Node("Bernoulli", "second", ["x"], ["b"]).Node("Add", "a b", "y").Output("y").Bytes));

    [Fact]
    public void Absurd_sizes_are_errors()
    {
        TensorProto tensor = new() { Name = "w", DataType = (int)ElementKind.Float };
        tensor.Dims.AddRange([1L << 40, 1L << 40]);
        Assert.Equal(
            ["NEURAL0413 Tensor 'w' cannot be read: its shape [1099511627776, 1099511627776] is absurd"],
            _folder.Problems(new ModelBuilder().Input("x", 1, 2).Tensor(tensor).Node("MatMul", "x w", "y").Output("y").Bytes));
        Assert.StartsWith("NEURAL0409 Input 'x' has the absurd shape", Assert.Single(_folder.Problems(new ModelBuilder().Input("x", 1, 1L << 40).Node("Relu", "x", "y").Output("y").Bytes)), StringComparison.Ordinal);
        Assert.StartsWith("NEURAL0407 ", Assert.Single(_folder.Problems(new ModelBuilder().Input("x", 1, 2).Numbers("n", 1 << 20, 1 << 20).Node("Tile", "x n", "y").Output("y").Bytes)), StringComparison.Ordinal);
        Assert.StartsWith("NEURAL0407 ", Assert.Single(_folder.Problems(new ModelBuilder().Input("x", 1, 2).Numbers("n", long.MaxValue).Node("ConstantOfShape", "n", "z").Node("Add", "x z", "y").Output("y").Bytes)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../weights.bin")]
    [InlineData("a/../../weights.bin")]
    [InlineData("C:\\weights.bin")]
    [InlineData("link/weights.bin")]
    [InlineData("")]
    public void Nothing_outside_of_the_folder_is_read(string location)
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), Path.GetTempPath());
        Assert.StartsWith("NEURAL0413 Tensor 'w' cannot be read: ", Assert.Single(_folder.Problems(External(location, 0).Bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_beside_the_model_are_read()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "weights.bin"), [9, 9, 9, 9, .. new[] { 1f, 2, 3, 4 }.SelectMany(BitConverter.GetBytes)]);
        Assert.Contains("\"weights\": [[1, 3], [2, 4]]", _folder.Network(External("weights.bin", 4)), StringComparison.Ordinal);
        Assert.Contains("'weights.bin' has 20 bytes", Assert.Single(_folder.Problems(External("weights.bin", 8).Bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_that_call_themselves_end()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 1, 2).Node("Again", "x", "y").Output("y");
        FunctionProto function = new() { Name = "Again" };
        function.Input.Add("a");
        function.Output.Add("b");
        NodeProto node = new() { OpType = "Again" };
        node.Input.Add("a");
        node.Output.Add("b");
        function.Node.Add(node);
        model.Model.Functions.Add(function);
        Assert.Contains("nested more than 64 deep", Assert.Single(_folder.Problems(model.Bytes)), StringComparison.Ordinal);
    }

    private static ModelBuilder Dense() =>
        new ModelBuilder().Input("x", "N", 2).Tensor("w", [2, 3], 1, 2, 3, 4, 5, 6).Tensor("b", [3], 1, 2, 3).Node("Gemm", "x w b", "h").Node("Relu", "h", "y").Output("y");

    private static ModelBuilder External(string location, long offset)
    {
        TensorProto tensor = new() { Name = "w", DataType = (int)ElementKind.Float, DataLocation = 1 };
        tensor.Dims.AddRange([2, 2]);
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = offset.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        return new ModelBuilder().Input("x", 1, 2).Tensor(tensor).Node("MatMul", "x w", "y").Output("y");
    }

    private static byte[] Field(int number, byte[] bytes)
    {
        List<byte> field = [(byte)((number << 3) | 2)];
        uint length = (uint)bytes.Length;
        for (; length >= 0x80; length >>= 7)
        {
            field.Add((byte)(length | 0x80));
        }

        return [.. field, (byte)length, .. bytes];
    }
}
