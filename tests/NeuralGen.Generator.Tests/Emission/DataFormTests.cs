using System.Globalization;
using NeuralGen.Generator.Emission;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Constant data reads back to the same bits, whichever form the compiler gets it in.</summary>
public class DataFormTests
{
    [Theory]
    [InlineData("single", 256, "new float[]")]
    [InlineData("single", 257, "Cast<char, float>")]
    [InlineData("double", 300, "Cast<char, double>")]
    public void Many_numbers_are_text(string precision, int count, string form)
    {
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", Json(precision, count)).Run();
        Assert.Contains(form, project.Generated["Project.Net.Parameters.g.cs"], StringComparison.Ordinal);
        Assert.Equal(Expected(precision, count), project.Network("Project.Net").Parameters);
    }

    [Theory]
    [InlineData("single", true)]
    [InlineData("single", false)]
    [InlineData("double", true)]
    [InlineData("double", false)]
    public void Numbers_that_would_fill_the_assemblys_text_are_packed(string precision, bool hasConstantSpans)
    {
        const int Count = 301;
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", Json(precision, Count)).Run();
        NetworkModel model = (NetworkModel)project.Result.Results[0].TrackedSteps[TrackingNames.ModelsOfFiles].Single().Outputs.Single().Value;
        TargetPlatform platform = new(true, true, hasConstantSpans, true, true);
        GeneratorHost packed = new();
        foreach (GeneratedFile file in NetworkEmitter.Emit(model, platform, DataForm.Packed, default))
        {
            packed.Source(file.Text, file.Suffix + ".cs");
        }

        GeneratedProject compiled = packed.Run();
        Assert.Contains(compiled.Compilation.SyntaxTrees, tree => tree.ToString().Contains("Cast<ulong, ", StringComparison.Ordinal));
        Assert.Equal(Expected(precision, Count), compiled.Network("Project.Net").Parameters);
    }

    [Fact]
    public void The_room_for_text_is_that_of_the_whole_project()
    {
        static NetworkSize Size(string name, long characters) => new(name, characters);
        Assert.Equal(DataForm.Text, ProjectNetworks.Of([Size("A", 4_000_000), Size("B", 3_000_000)]).DataForm);
        Assert.Equal(DataForm.Packed, ProjectNetworks.Of([Size("A", 4_000_000), Size("B", 3_000_001)]).DataForm);
    }

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
