using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using NeuralGen.Build;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Generator.Tests.SafeTensors;

namespace NeuralGen.Generator.Tests.Builds;

/// <summary>What is made of weights files: facts, resources, and nothing when nothing changed.</summary>
public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neuralgen-models-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Facts_of_a_small_file_hold_its_values()
    {
        byte[] bytes = Written(
            ("conv.weight", DataType.F32, [2, 1, 2], [0, -3, float.NaN, float.PositiveInfinity]), ("scale", DataType.F64, [], [0.1]), ("none", DataType.F32, [0], []));
        ModelFile file = Converted("weights.bin", bytes);
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(file.Facts));
        JsonElement root = facts.RootElement;
        Assert.Equal((1, "models/weights.bin", 5), (root.GetProperty("version").GetInt32(), root.GetProperty("path").GetString(), root.GetProperty("values").GetInt32()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), root.GetProperty("sha256").GetString());
        Assert.False(root.TryGetProperty("resource", out _));
        Assert.Equal(["conv.weight", "scale", "none"], root.GetProperty("tensors").EnumerateArray().Select(tensor => tensor.GetProperty("name").GetString()));

        JsonElement weight = root.GetProperty("tensors")[0];
        Assert.Equal(("F32", "[2, 1, 2]", 4), (weight.GetProperty("type").GetString(), weight.GetProperty("shape").GetRawText(), weight.GetProperty("count").GetInt32()));
        Assert.Equal((3, false, 2, 3.0), (weight.GetProperty("non_zeros").GetInt32(), weight.GetProperty("finite").GetBoolean(), weight.GetProperty("first_not_finite").GetInt32(), weight.GetProperty("largest").GetDouble()));
        Assert.Equal("F32", weight.GetProperty("data_type").GetString());
        Assert.Equal([0f, -3f, float.NaN, float.PositiveInfinity], MemoryMarshal.Cast<byte, float>(weight.GetProperty("data").GetBytesFromBase64()).ToArray());

        JsonElement scale = root.GetProperty("tensors")[1];
        Assert.Equal((true, 0.1, "F64"), (scale.GetProperty("finite").GetBoolean(), scale.GetProperty("largest").GetDouble(), scale.GetProperty("data_type").GetString()));
        Assert.Equal([0.1], MemoryMarshal.Cast<byte, double>(scale.GetProperty("data").GetBytesFromBase64()).ToArray());
        Assert.Equal([file.Facts, file.Stamp], file.Written);
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(file.Facts)!).Length);
    }

    [Theory]
    [InlineData(65_536, false, true)]
    [InlineData(65_537, true, true)]
    [InlineData(65_539, true, true)]
    [InlineData(65_540, true, false)]
    public void Larger_files_have_a_resource_and_largest_tensors_no_values_in_the_facts(int count, bool hasResource, bool hasValues)
    {
        float[] values = [.. Enumerable.Range(0, count - 3).Select(i => (float)i)];
        ModelFile file = Converted("digits.safetensors", Written(("a", DataType.F32, [1], [7]), ("b", DataType.F64, [2], [0.1, 0.2]), ("c", DataType.F32, [count - 3], Array.ConvertAll(values, value => (double)value))));
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(file.Facts));
        JsonElement root = facts.RootElement;
        Assert.Equal(hasResource, root.TryGetProperty("resource", out JsonElement name));
        JsonElement[] tensors = [.. root.GetProperty("tensors").EnumerateArray()];
        Assert.All(tensors, tensor => Assert.Equal(hasResource, tensor.TryGetProperty("offset", out _)));
        Assert.Equal([true, true, hasValues], tensors.Select(tensor => tensor.TryGetProperty("data", out _)));
        Assert.Equal(hasResource, File.Exists(file.Values));
        if (hasResource)
        {
            Assert.Equal("NeuralGen.digits.safetensors." + root.GetProperty("sha256").GetString()![..16], name.GetString());
            Assert.Equal(name.GetString(), file.Resource);
            Assert.Equal([0, 64, 128], tensors.Select(tensor => tensor.GetProperty("offset").GetInt64()));
            byte[] resource = File.ReadAllBytes(file.Values);
            Assert.Equal(7, BitConverter.ToSingle(resource));
            Assert.Equal([0.1, 0.2], MemoryMarshal.Cast<byte, double>(resource.AsSpan(64, 16)).ToArray());
            Assert.Equal(values, MemoryMarshal.Cast<byte, float>(resource.AsSpan(128)).ToArray());
        }
    }

    [Fact]
    public void The_facts_of_many_tensors_hold_the_smallest_ones()
    {
        ModelFile file = Converted("many.safetensors", Written(
        [
            ("small", DataType.F32, [4], [1, 2, 3, 4]),
            .. Enumerable.Range(0, 5).Select(i => ($"large{i}", DataType.F32, new long[] { 65_535 - i }, new double[65_535 - i])),
        ]));
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(file.Facts));
        Assert.Equal(
            ["small", "large1", "large2", "large3", "large4"],
            facts.RootElement.GetProperty("tensors").EnumerateArray().Where(tensor => tensor.TryGetProperty("data", out _)).Select(tensor => tensor.GetProperty("name").GetString()));
    }

    [Fact]
    public void Whole_numbers_are_in_the_facts_only_and_short_floats_are_32_bits_in_the_resource()
    {
        const int Count = 70_000;
        string shape = Count.ToString(CultureInfo.InvariantCulture);
        byte[] halves = [.. Enumerable.Range(0, Count).SelectMany(i => BitConverter.GetBytes((Half)(i % 100)))];
        byte[] bytes =
        [
            .. TensorBytes.Of($"{{{TensorBytes.Member("i", "I32", "2", 0, 8)},{TensorBytes.Member("h", "F16", shape, 8, 8 + halves.Length)}}}"),
            .. BitConverter.GetBytes(16_777_217), .. BitConverter.GetBytes(-1), .. halves,
        ];
        ModelFile file = Converted("mixed", bytes);
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(file.Facts));
        JsonElement whole = facts.RootElement.GetProperty("tensors")[0];
        Assert.False(whole.TryGetProperty("offset", out _));
        Assert.Equal([16_777_217.0, -1], MemoryMarshal.Cast<byte, double>(whole.GetProperty("data").GetBytesFromBase64()).ToArray());
        Assert.Equal(Count * sizeof(float), new FileInfo(file.Values).Length);
        Assert.Equal([.. Enumerable.Range(0, Count).Select(i => (float)(i % 100))], MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file.Values)).ToArray());
    }

    [Fact]
    public void A_file_is_read_again_when_its_time_or_length_changed_and_what_stays_is_not_written_again()
    {
        byte[] bytes = Written(("a", DataType.F32, [70_000], new double[70_000]));
        ModelFile file = Converted("a.safetensors", bytes);
        DateTime[] before = Times(file);

        Assert.Equal(before, Times(Converted("a.safetensors", bytes, isWritten: false)));

        // The same numbers at another time: read again, so the stamp is new and all else stays.
        File.SetLastWriteTimeUtc(Source("a.safetensors"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        DateTime[] touched = Times(Converted("a.safetensors", bytes, isWritten: false));
        Assert.Equal(before[..2], touched[..2]);
        Assert.NotEqual(before[2], touched[2]);

        // A small file of that name: the resource goes.
        ModelFile small = Converted("a.safetensors", Written(("a", DataType.F32, [1], [1])));
        Assert.False(File.Exists(small.Values));
        Assert.Equal("", small.Resource);

        // A part that somebody deleted comes back.
        File.Delete(small.Facts);
        Assert.True(File.Exists(Converted("a.safetensors", [], isWritten: false).Facts));
    }

    [Fact]
    public void A_damaged_file_leaves_nothing_and_all_its_problems()
    {
        Converted("a.safetensors", Written(("a", DataType.F32, [70_000], new double[70_000])));
        ModelFile file = Model("a.safetensors", TensorBytes.Of("""{"a":1,"b":2}"""));
        Assert.Equal(
            [("NEURAL0403", "Tensor 'a' of 'a.safetensors' is 1;"), ("NEURAL0403", "Tensor 'b' of 'a.safetensors' is 2;")],
            file.Convert().Select(problem => (problem.Rule.Id, problem.Message[..(problem.Message.IndexOf(';', StringComparison.Ordinal) + 1)])));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file.Facts)!));
    }

    [Fact]
    public void Many_builds_at_once_make_the_same()
    {
        byte[] bytes = Written(("a", DataType.F32, [200_000], [.. Enumerable.Range(0, 200_000).Select(i => (double)i)]));
        ModelFile first = Model("a.safetensors", bytes);
        IReadOnlyList<FileProblem>[] problems = new IReadOnlyList<FileProblem>[8];
        Parallel.For(0, problems.Length, i => problems[i] = Model("a.safetensors", null).Convert());
        Assert.All(problems, Assert.Empty);
        Assert.Equal(800_000, new FileInfo(first.Values).Length);
        Assert.Equal(3, Directory.GetFiles(Path.GetDirectoryName(first.Facts)!).Length);
    }

    private static DateTime[] Times(ModelFile file) => [File.GetLastWriteTimeUtc(file.Facts), File.GetLastWriteTimeUtc(file.Values), File.GetLastWriteTimeUtc(file.Stamp)];

    internal static byte[] Written(params (string Name, DataType Type, long[] Shape, double[] Values)[] tensors)
    {
        using MemoryStream stream = new();
        SafeTensorsWriter writer = new(stream, [.. tensors.Select(tensor => new TensorDeclaration(tensor.Name, tensor.Type, tensor.Shape))]);
        foreach ((_, DataType type, _, double[] values) in tensors)
        {
            if (type == DataType.F32)
            {
                writer.Write(Array.ConvertAll(values, value => (float)value), values.Length);
            }
            else
            {
                writer.Write(values, values.Length);
            }
        }

        return stream.ToArray();
    }

    private string Source(string name) => Path.Combine(_folder, "models", name);

    private ModelFile Model(string name, byte[]? bytes)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "models"));
        if (bytes is not null)
        {
            File.WriteAllBytes(Source(name), bytes);
        }

        return new ModelFile("models/" + name, Source(name), Path.Combine(_folder, "obj", "models", name));
    }

    private ModelFile Converted(string name, byte[] bytes, bool isWritten = true)
    {
        ModelFile file = Model(name, isWritten ? bytes : null);
        Assert.Empty(file.Convert());
        return file;
    }
}
