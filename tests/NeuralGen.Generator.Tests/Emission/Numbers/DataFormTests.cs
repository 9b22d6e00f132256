using System.Globalization;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Numbers;

/// <summary>Constant data reads back to the same bits, whichever form the compiler gets it in.</summary>
public class DataFormTests
{
    /// <summary>How many single-precision numbers a part holds, of those for which the assembly's text has no room.</summary>
    private const int NumbersPerPart = 12288;

    [Theory]
    [InlineData("single", 256, "new float[]")]
    [InlineData("single", 257, "Cast<char, float>")]
    [InlineData("double", 300, "Cast<char, double>")]
    public void Many_numbers_are_text(string precision, int count, string form)
    {
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", Json(precision, count)).Run();
        Assert.Contains(form, project.Generated["Project.Net.Parameters.g.cs"], StringComparison.Ordinal);
        AssertBits(Expected(precision, count), project.Network("Project.Net").Parameters);
    }

    [Theory]
    [InlineData("single", 301, 601, true, 0, 1)]
    [InlineData("single", 301, 602, true, 1, 0)]
    [InlineData("single", (2 * NumbersPerPart) + 1, 0, true, 0, 3)]
    [InlineData("single", (2 * NumbersPerPart) + 1, 0, false, 0, 3)]
    [InlineData("single", (3 * NumbersPerPart) - 1, (2 * NumbersPerPart) - 1, true, 0, 3)]
    [InlineData("single", (3 * NumbersPerPart) - 1, 2 * NumbersPerPart, true, 1, 2)]
    [InlineData("single", (3 * NumbersPerPart) - 1, 2 * NumbersPerPart, false, 1, 2)]
    [InlineData("double", NumbersPerPart, 0, true, 0, 2)]
    [InlineData("double", NumbersPerPart + 1, 2 * NumbersPerPart, true, 1, 2)]
    [InlineData("double", NumbersPerPart + 1, 2 * NumbersPerPart, false, 1, 2)]
    public void Numbers_without_room_in_the_assemblys_text_are_parts(string precision, int count, int room, bool hasBase64, int texts, int parts)
    {
        string[] sources = Emit(precision, count, room, hasBase64);
        string data = Assert.Single(sources, source => source.Contains("Parameters =>", StringComparison.Ordinal));
        Assert.Equal(texts, Count(data, "MemoryExtensions.AsSpan("));
        Assert.Equal(parts, Count(data, hasBase64 ? "\"u8;" : "new ulong[]"));
        GeneratorHost host = new();
        foreach (string source in sources)
        {
            host.Source(source, $"{Array.IndexOf(sources, source)}.cs");
        }

        AssertBits(Expected(precision, count), host.Run().Network("Project.Net").Parameters);
    }

    [Fact]
    public void A_project_can_have_more_numbers_than_an_assembly_has_text()
    {
        const int Size = 1900;
        string row = $"[{string.Join(",", Enumerable.Range(0, Size).Select(i => (i % 10).ToString(CultureInfo.InvariantCulture)))}]";
        string json = $"{{ \"inputs\": {Size}, \"layers\": [ {{ \"type\": \"dense\", \"weights\": [{string.Join(",", Enumerable.Repeat(row, Size))}] }} ] }}";
        GeneratedProject project = new GeneratorHost()
            .File("Net.nn.json", json)
            .File("Zoo.nn.json", """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2]] } ] }""")
            .Run();
        double[] parameters = project.Network("Project.Net").Parameters;
        Assert.Equal(Size * Size, parameters.Length);
        Assert.Equal(Enumerable.Range(0, Size * Size).Select(i => (double)(i % Size % 10)), parameters);
        string data = project.Generated["Project.Net.Parameters.g.cs"];
        Assert.Equal(1, Count(data, "MemoryExtensions.AsSpan("));
        Assert.Contains("\"u8;", data, StringComparison.Ordinal);
        Assert.Equal(6.0, Assert.Single(project.Network("Project.Zoo").Predict([3])));
    }

    [Fact]
    public void The_room_for_text_is_shared_in_the_order_of_names()
    {
        static NetworkSize Size(string name, long characters) => new(name, characters);
        NetworkSize[] fitting = [Size("B", 3_000_000), Size("A", ProjectNetworks.MostCharacters - 3_000_000)];
        Assert.Empty(ProjectNetworks.Of(fitting).Rooms.Items);
        NetworkSize[] more = [Size("C", 10), Size("B", 3_000_001), Size("A", ProjectNetworks.MostCharacters - 3_000_000)];
        ProjectNetworks shared = ProjectNetworks.Of(more);
        Assert.Equal([new TextRoom("B", 3_000_000), new TextRoom("C", 0)], shared.Rooms.Items);
        Assert.Equal(shared, ProjectNetworks.Of(more.Reverse()));
    }

    [Fact]
    public void A_network_is_placed_by_its_name()
    {
        NetworkModel model = Model("single", 300);
        ProjectNetworks alone = ProjectNetworks.Of([NetworkSize.Of(model)]);
        Assert.Equal(new PlacedNetwork(model, "Project.Net", ProjectNetworks.MostCharacters), alone.Place(model));
        ProjectNetworks behind = ProjectNetworks.Of([new NetworkSize("A", ProjectNetworks.MostCharacters - 7), NetworkSize.Of(model)]);
        Assert.Equal(new PlacedNetwork(model, "Project.Net", 7), behind.Place(model));
        ProjectNetworks first = ProjectNetworks.Of([new NetworkSize("Zoo", 2 * ProjectNetworks.MostCharacters), NetworkSize.Of(model)]);
        Assert.Equal(alone.Place(model), first.Place(model));
    }

    private static string[] Emit(string precision, int count, int room, bool hasBase64)
    {
        TargetPlatform platform = new(true, true, hasBase64, true, true, HasBase64: hasBase64);
        return [.. NetworkEmitter.Emit(Model(precision, count), platform, room, default).Select(file => file.Text)];
    }

    private static NetworkModel Model(string precision, int count) => new GeneratorHost().File("Net.nn.json", Json(precision, count)).Run().Model();

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static void AssertBits(double[] expected, double[] actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));

    private static double[] Expected(string precision, int count) =>
        [.. Enumerable.Range(0, count).Select(i => precision == "single" ? (float)Value(i) : Value(i))];

    /// <summary>Numbers of all signs and sizes, so that all halves of surrogate pairs and ends of text occur.</summary>
    private static double Value(int index)
    {
        if (index == 0)
        {
            return -0.0;
        }

        uint bits = unchecked((uint)index * 2654435761u) & 0xBFFFFFFF;
        float value = BitConverter.UInt32BitsToSingle(bits);
        return float.IsFinite(value) ? value + (value / 3.0) : 1;
    }

    private static string Json(string precision, int count) =>
        $"{{ \"inputs\": {count.ToString(CultureInfo.InvariantCulture)}, \"precision\": \"{precision}\", \"layers\": [ {{ \"type\": \"dense\", \"weights\": [["
        + string.Join(",", Enumerable.Range(0, count).Select(i => Value(i).ToString("R", CultureInfo.InvariantCulture)))
        + "]] } ] }";
}
