using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Runtime;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>Regions of images, against ONNX Runtime.</summary>
public sealed class RegionTests : IDisposable
{
    private static readonly int[] Shape = [2, 3, 5, 6];

    // Within the image, across its borders, outside of it, and without a size.
    private static readonly float[] Regions = [0, 0, 5, 4, 1.5f, 0.5f, 3.25f, 4.75f, -2, -3, 2, 9, 7, 8, 12, 13, 2, 2, 2, 2];

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(10, "avg", null, 2, 1)]
    [InlineData(10, "max", null, 1, 0.5)]
    [InlineData(16, "avg", null, 2, 1)]
    [InlineData(16, "avg", "half_pixel", 3, 0.5)]
    [InlineData(16, "avg", "output_half_pixel", 2, 1)]
    [InlineData(16, "max", "half_pixel", 2, 1)]
    [InlineData(16, "max", "output_half_pixel", 3, 0.75)]
    public void Regions_are_brought_to_one_size(int opset, string mode, string? transformation, int ratio, double scale)
    {
        if (RuntimeOracle.Missing.Length > 0)
        {
            return;
        }

        ModelBuilder model = Model(opset, mode, transformation, ratio, scale);
        string path = Path.Combine(_folder.Path, "model.onnx");
        File.WriteAllBytes(path, model.Bytes);
        using RuntimeOracle oracle = new(path);
        double[] input = [.. Enumerable.Range(0, Dimensions.Count(Shape)).Select(i => (double)(((i * 29) % 31) - 12) / 8)];
        double[] expected = Assert.Single(oracle.Run([Literal.Of(ElementKind.Float, Shape, input)])).Numbers();
        double[] found = BoundModel.Of(model).Predict(input);
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second, pair.First - 1e-5, pair.First + 1e-5));
    }

    [Fact]
    public void A_number_of_samples_that_the_data_says_is_refused() => Assert.Equal(
        ["NEURAL0407 Node 'y' (RoiAlign, opset 16) cannot be compiled: sampling_ratio = 0 takes more samples of larger regions, whose sizes only the data says; give it a sampling_ratio"],
        _folder.Problems(Model(16, "avg", null, 0, 1).Bytes));

    private static ModelBuilder Model(int opset, string mode, string? transformation, int ratio, double scale)
    {
        List<AttributeProto> attributes =
        [
            Text("mode", mode), ModelBuilder.Attribute("output_height", 2L), ModelBuilder.Attribute("output_width", 3L), ModelBuilder.Attribute("sampling_ratio", (long)ratio),
            ModelBuilder.Attribute("spatial_scale", (float)scale),
        ];
        if (transformation is not null)
        {
            attributes.Add(Text("coordinate_transformation_mode", transformation));
        }

        return new ModelBuilder(opset).Input("x", [.. Shape.Cast<object>()]).Tensor("r", [5, 4], Regions).Numbers("i", 0, 1, 1, 0, 1)
            .Node("RoiAlign", "x r i", "y", [.. attributes]).Output("y");
    }

    private static AttributeProto Text(string name, string value) => new() { Name = name, S = Google.Protobuf.ByteString.CopyFromUtf8(value), Type = 3 };
}
