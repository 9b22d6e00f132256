using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace NeuralGen.Tests.Stored;

/// <summary>Trainable networks as .safetensors files: what Save writes, Load reads; a file of another network changes nothing.</summary>
public sealed class NetworkWeightsTests
{
    private const string Whole =
        """{"fc1.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"fc1.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]},"norm.running_mean":{"dtype":"F32","shape":[2],"data_offsets":[32,40]}}""";

    private static readonly NetworkWeights Weights = new NetworkWeights().Parameters("fc1.weight", 0, 2, 3).Parameters("fc1.bias", 6, 2).Statistics("norm.running_mean", 1, 2);

    [Fact]
    public void Singles_round_trip_to_the_bit()
    {
        float[] parameters = [0, -0f, float.Epsilon, -float.MaxValue, 0.1f, 1 / 3f, 7, 8];
        using MemoryStream stream = new();
        stream.WriteByte(1);
        Weights.Save(stream, parameters, [9, 10, 11]);
        stream.WriteByte(1);
        stream.SetLength(stream.Length - 1);
        stream.Position = 1;

        float[] read = new float[8];
        float[] statistics = [5, 5, 5];
        Weights.Load(stream, read, statistics);
        Assert.Equal(Array.ConvertAll(parameters, BitConverter.SingleToInt32Bits), Array.ConvertAll(read, BitConverter.SingleToInt32Bits));
        Assert.Equal([5f, 10, 11], statistics);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Doubles_round_trip_to_the_bit_also_by_a_stream_that_cannot_seek()
    {
        double[] parameters = [0.1, double.MaxValue, double.Epsilon, -1, 2, 3, 4, 5];
        using MemoryStream stream = new();
        Weights.Save(stream, parameters, [0, 1 / 3.0, 7]);
        double[] read = new double[8];
        double[] statistics = new double[3];
        using ForwardStream forward = new(stream.ToArray());
        Weights.Load(forward, read, statistics);
        Assert.Equal(parameters, read);
        Assert.Equal([0, 1 / 3.0, 7], statistics);
    }

    [Fact]
    public void The_file_has_the_names_and_shapes_of_other_programs()
    {
        using MemoryStream stream = new();
        Weights.Save(stream, new float[8], new float[3]);
        byte[] bytes = stream.ToArray();
        using JsonDocument header = JsonDocument.Parse(bytes.AsMemory(8, (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes)));
        Assert.Equal(["__metadata__", "fc1.weight", "fc1.bias", "norm.running_mean"], header.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("pt", header.RootElement.GetProperty("__metadata__").GetProperty("format").GetString());
        Assert.Equal("[2,3]", header.RootElement.GetProperty("fc1.weight").GetProperty("shape").GetRawText());
    }

    [Fact]
    public void Floats_of_any_type_are_taken_and_counts_of_batches_let_be()
    {
        byte[] data = [.. MemoryMarshal.AsBytes<Half>([(Half)1, (Half)2, (Half)3, (Half)4, (Half)5, (Half)6]), 0x80, 0x3F, 0, 0xC0, .. MemoryMarshal.AsBytes<double>([0.1, 1e-50]), .. BitConverter.GetBytes(7L)];
        byte[] file = File(
            """{"fc1.weight":{"dtype":"F16","shape":[2,3],"data_offsets":[0,12]},"fc1.bias":{"dtype":"BF16","shape":[2],"data_offsets":[12,16]},"norm.running_mean":{"dtype":"F64","shape":[2],"data_offsets":[16,32]},"norm.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[32,40]}}""", data);
        float[] parameters = new float[8];
        float[] statistics = new float[3];
        Weights.Load(new MemoryStream(file), parameters, statistics);
        Assert.Equal([1f, 2, 3, 4, 5, 6, 1, -2], parameters);
        Assert.Equal([0, 0.1f, 0], statistics);
    }

    [Theory]
    [InlineData("fc1.weight", "fc1.weights", "'weights' has no tensor 'fc1.weight' of shape [2, 3]; the closest name is 'fc1.weights' of shape [2, 3].\n'weights' has a tensor 'fc1.weights' of shape [2, 3]; the network has none of that name.")]
    [InlineData("[2,3]", "[3,2]", "Tensor 'fc1.weight' of shape [3, 2] of 'weights' is of another shape than the network's, [2, 3].")]
    [InlineData("\"F32\",\"shape\":[2],\"data_offsets\":[24", "\"I32\",\"shape\":[2],\"data_offsets\":[24", "Tensor 'fc1.bias' of 'weights' has values of type I32; floats are needed.")]
    [InlineData(",\"norm.running_mean\":{", ",\"num_batches_tracked\":{", "'weights' has no tensor 'norm.running_mean' of shape [2].")]
    [InlineData("[32,40]", "[30,38]", "Tensors 'fc1.bias' with the bytes 24 to 32 and 'norm.running_mean' with the bytes 30 to 38 of the data of 'weights' overlap.\nThe bytes 38 to 40 of the data of 'weights' belong to no tensor.")]
    public void A_file_of_another_network_says_why_and_changes_nothing(string old, string replacement, string message) =>
        AssertRefused(Whole.Replace(old, replacement, StringComparison.Ordinal), new float[10], message);

    [Theory]
    [InlineData(4, float.NaN, "Tensor 'fc1.weight' is NaN at [1, 1]; it must be a finite number.")]
    [InlineData(9, float.PositiveInfinity, "Tensor 'norm.running_mean' is Infinity at [1]; it must be a finite number.")]
    public void Numbers_are_finite(int index, float value, string message)
    {
        float[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        values[index] = value;
        AssertRefused(Whole, values, message);
    }

    [Fact]
    public void Numbers_fit_the_networks_precision()
    {
        NetworkWeights weights = new NetworkWeights().Parameters("w", 0, 1);
        byte[] file = File("""{"w":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", BitConverter.GetBytes(1e300));
        double[] wide = new double[1];
        weights.Load(new MemoryStream(file), wide, []);
        Assert.Equal([1e300], wide);
        FormatException exception = Assert.Throws<FormatException>(() => weights.Load(new MemoryStream(file), new float[1], []));
        Assert.Equal("Tensor 'w' is Infinity at [0] in the network's precision; it must be a finite number.", exception.Message);
    }

    [Fact]
    public void What_would_not_be_read_again_is_not_written()
    {
        using MemoryStream stream = new();
        float[] parameters = [1, 2, 3, 4, 5, float.NaN, 7, 8];
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Weights.Save(stream, parameters, new float[3]));
        Assert.Equal("'fc1.weight' is NaN at [1, 2]; it must be a finite number to be saved.", exception.Message);
        NetworkWeights learned = new NetworkWeights().LearnedStatistics("normalization.mean", 0, 1);
        exception = Assert.Throws<InvalidOperationException>(() => learned.Save(stream, [], new float[1], needsNormalization: true));
        Assert.StartsWith("'normalization.mean' is not known yet;", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
        learned.Save(stream, [], new float[1]);
        Assert.NotEqual(0, stream.Length);
    }

    [Fact]
    public void A_wrong_file_with_many_tensors_is_told_in_few_lines()
    {
        string header = "{" + string.Join(",", Enumerable.Range(0, 5_000).Select(i => $"\"t{i}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}")) + "}";
        FormatException exception = Assert.Throws<FormatException>(() => Weights.Load(new MemoryStream(File(header, [])), new float[8], new float[3]));
        Assert.Equal(20, exception.Message.Split('\n').Length);
    }

    private static void AssertRefused(string header, float[] values, string message)
    {
        float[] parameters = [1, 2, 3, 4, 5, 6, 7, 8];
        float[] statistics = [1, 2, 3];
        FormatException exception = Assert.Throws<FormatException>(() => Weights.Load(new MemoryStream(File(header, MemoryMarshal.AsBytes<float>(values).ToArray())), parameters, statistics));
        Assert.Equal(message, exception.Message);
        Assert.Equal([1f, 2, 3, 4, 5, 6, 7, 8], parameters);
        Assert.Equal([1f, 2, 3], statistics);
    }

    private static byte[] File(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. data];
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
