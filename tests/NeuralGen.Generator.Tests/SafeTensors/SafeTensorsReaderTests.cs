using System.Globalization;
using System.Text.Json;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.SafeTensors;

public class SafeTensorsReaderTests
{
    private static readonly string Fixtures = Path.Combine(SourceFolder.Root, "tests", "fixtures", "safetensors");

    [Fact]
    public void Reads_every_type_as_another_program_wrote_it()
    {
        using FileStream stream = File.OpenRead(Path.Combine(Fixtures, "types.safetensors"));
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "types.safetensors", out IReadOnlyList<string> problems)!;
        Assert.Empty(problems);
        Assert.Equal(("pt", "make_safetensors.py"), (file.Metadata["format"], file.Metadata["tool"]));

        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures, "types.json")));
        Assert.Equal(expected.RootElement.EnumerateArray().Select(tensor => tensor.GetProperty("name").GetString()), file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(Enum.GetValues<DataType>().Order(), file.Tensors.Select(tensor => tensor.Type).Distinct().Order());
        foreach ((JsonElement wanted, TensorEntry tensor) in expected.RootElement.EnumerateArray().Zip(file.Tensors))
        {
            Assert.Equal(wanted.GetProperty("type").GetString(), tensor.Type.ToString());
            Assert.Equal(wanted.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()), tensor.Shape);
            double[] values = [.. wanted.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
            Assert.Equal(Array.ConvertAll(values, BitConverter.DoubleToInt64Bits), Array.ConvertAll(Doubles(stream, file, tensor, 2), BitConverter.DoubleToInt64Bits));
            Assert.Equal(
                Array.ConvertAll(values, value => BitConverter.SingleToInt32Bits((float)value)), Array.ConvertAll(Singles(stream, file, tensor, 4), BitConverter.SingleToInt32Bits));
        }
    }

    [Fact]
    public void Whole_numbers_are_rounded_once()
    {
        // Half way between two floats plus one, which rounding to a double first would lose.
        long value = (1L << 60) + (1L << 36) + 1;
        using MemoryStream stream = new([.. TensorBytes.OfTensor("\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]", 0), .. BitConverter.GetBytes(value)]);
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "f", out _)!;
        Assert.Equal([(float)value], Singles(stream, file, file.Tensors[0], 1));
        Assert.NotEqual((float)value, (float)(double)value);
    }

    [Fact]
    public void Tensors_come_in_the_order_of_their_bytes_and_empty_ones_between()
    {
        byte[] bytes = TensorBytes.Of(
            """  {"b":{"shape":[1],"data_offsets":[4,8],"dtype":"F32"},"none":{"dtype":"F64","shape":[3,0],"data_offsets":[4,4]},"a":{"dtype":"U8","shape":[2,2],"data_offsets":[0,4]}}  """, 8);
        SafeTensorsFile file = SafeTensorsReader.TryRead(new MemoryStream(bytes), "f", out IReadOnlyList<string> problems)!;
        Assert.Empty(problems);
        Assert.Equal(["a", "none", "b"], file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([4, 0, 1], file.Tensors.Select(tensor => tensor.Count));
        Assert.Equal(5, file.Count);
    }

    [Fact]
    public void A_file_begins_where_its_stream_stands()
    {
        using MemoryStream stream = new([1, 2, 3, .. TensorBytes.OfTensor("\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]", 0), 7, 9]) { Position = 3 };
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "f", out _)!;
        Assert.Equal([7, 9], Doubles(stream, file, file.Tensors[0], 5));
    }

    [Fact]
    public void A_file_without_tensors_is_one() => Assert.Empty(SafeTensorsReader.TryRead(new MemoryStream(TensorBytes.Of("{}")), "f", out _)!.Tensors);

    [Fact]
    public void Tensors_may_be_read_in_turn_and_a_large_file_takes_little_memory()
    {
        const int Count = 12_000_000;
        string shape = Count.ToString(CultureInfo.InvariantCulture);
        byte[] header = TensorBytes.Of($"{{{TensorBytes.Member("a", "F32", shape, 0, 4L * Count)},{TensorBytes.Member("b", "BF16", "2," + shape, 4L * Count, 8L * Count)}}}");
        using SparseStream stream = new(header, header.Length + (8L * Count));
        float[] chunk = new float[4096];
        long before = GC.GetAllocatedBytesForCurrentThread();
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "f", out _)!;
        TensorValues first = new(stream, file, file.Tensors[0]);
        TensorValues second = new(stream, file, file.Tensors[1]);
        long read = 0;
        for (int more = -1; more != 0; read += more)
        {
            more = first.Read(chunk);
            more += second.Read(chunk);
        }

        Assert.Equal(3L * Count, read);

        // BF16 takes a chunk of bits each time; the whole file is 96 MB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (2L * Count * sizeof(int)) + 10_000_000);
    }

    private static double[] Doubles(Stream stream, SafeTensorsFile file, TensorEntry tensor, int chunk)
    {
        TensorValues values = new(stream, file, tensor);
        double[] buffer = new double[chunk];
        List<double> read = [];
        for (int count = values.Read(buffer); count > 0; count = values.Read(buffer))
        {
            read.AddRange(buffer.Take(count));
        }

        return [.. read];
    }

    private static float[] Singles(Stream stream, SafeTensorsFile file, TensorEntry tensor, int chunk)
    {
        TensorValues values = new(stream, file, tensor);
        float[] buffer = new float[chunk];
        List<float> read = [];
        for (int count = values.Read(buffer); count > 0; count = values.Read(buffer))
        {
            read.AddRange(buffer.Take(count));
        }

        return [.. read];
    }
}
