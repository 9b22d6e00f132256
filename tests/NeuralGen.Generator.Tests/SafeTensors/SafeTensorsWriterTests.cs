using System.Buffers.Binary;
using System.Text.Json;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.SafeTensors;

public class SafeTensorsWriterTests
{
    private static readonly TensorDeclaration[] Tensors =
    [
        new("fc1.weight", DataType.F32, [2, 3]), new("scalar", DataType.F64, []), new("say \"é\\\n\ud83d\ude00\" \ud800", DataType.F32, [1]), new("none", DataType.F64, [0]),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xxxxx")]
    public void The_file_is_as_the_format_says(string tool)
    {
        byte[] bytes = Written(new Dictionary<string, string> { ["tool"] = tool });
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, length));
        Assert.Equal((byte)'{', bytes[8]);
        Assert.Equal(tool, header.RootElement.GetProperty("__metadata__").GetProperty("tool").GetString());
        Assert.Equal("{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}", header.RootElement.GetProperty("fc1.weight").GetRawText());
        Assert.Equal("{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[24,32]}", header.RootElement.GetProperty("scalar").GetRawText());
        Assert.Equal("{\"dtype\":\"F64\",\"shape\":[0],\"data_offsets\":[36,36]}", header.RootElement.GetProperty("none").GetRawText());
        Assert.Equal([1f, 2, 3, 4, 5, 6], Enumerable.Range(0, 6).Select(i => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + length + (4 * i)))));
        Assert.Equal(0.1, BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(8 + length + 24)));
        Assert.Equal(8 + length + 36, bytes.Length);
    }

    [Fact]
    public void The_reader_reads_it()
    {
        SafeTensorsFile file = SafeTensorsReader.TryRead(new MemoryStream(Written(null)), "f", out IReadOnlyList<string> problems)!;
        Assert.Empty(problems);
        Assert.Empty(file.Metadata);

        // Empty tensors come before those that begin at the same byte.
        Assert.Equal(
            Tensors.Select(tensor => (tensor.Name, tensor.Type, TensorEntry.Text(tensor.Shape))),
            file.Tensors.Select(tensor => (tensor.Name, tensor.Type, TensorEntry.Text(tensor.Shape))));
    }

    [Fact]
    public void Names_are_unique() => Assert.Throws<ArgumentException>(() => new SafeTensorsWriter(Stream.Null, [Tensors[0], Tensors[0]]));

    private static byte[] Written(IReadOnlyDictionary<string, string>? metadata)
    {
        using MemoryStream stream = new();
        SafeTensorsWriter writer = new(stream, Tensors, metadata);
        writer.Write([1f, 2, 3, 4, 99], 4);
        writer.Write([5f, 6], 2);
        writer.Write([0.1], 1);
        writer.Write([7f], 1);
        return stream.ToArray();
    }
}
