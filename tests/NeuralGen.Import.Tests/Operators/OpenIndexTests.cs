using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>Values at places that only the call knows, against the operators' definitions; the places are computed from the input.</summary>
public sealed class OpenIndexTests
{
    [Theory]
    [InlineData(0, 1, 2, 10, 21, 32)]
    [InlineData(-3, -2, -1, 10, 21, 32)]
    public void Elements_are_gathered_from_behind_where_indices_are_negative(double first, double second, double third, double a, double b, double c)
    {
        ModelBuilder model = Indices(1, 3).Tensor("data", [3, 3], 10, 11, 12, 20, 21, 22, 30, 31, 32)
            .Numbers("column", 3, 1).Node("Reshape", "i column", "places").Node("GatherElements", "data places", "y", ModelBuilder.Attribute("axis", 1L)).Output("y");
        Assert.Equal([a, b, c], BoundModel.Of(model).Predict(first, second, third));
    }

    [Fact]
    public void An_index_outside_of_its_axis_reaches_no_other_row()
    {
        ModelBuilder model = Indices(1, 3).Tensor("data", [3, 3], 10, 11, 12, 20, 21, 22, 30, 31, 32)
            .Numbers("column", 3, 1).Node("Reshape", "i column", "places").Node("GatherElements", "data places", "y", ModelBuilder.Attribute("axis", 1L)).Output("y");
        Assert.ThrowsAny<Exception>(() => BoundModel.Of(model).Predict(3, 0, 0));
    }

    [Fact]
    public void Points_are_gathered_with_what_lies_behind_them()
    {
        ModelBuilder model = Indices(1, 2).Tensor("data", [2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8)
            .Numbers("point", 1, 2).Node("Reshape", "i point", "places").Node("GatherND", "data places", "y").Output("y");
        Assert.Equal([7, 8], BoundModel.Of(model).Predict(1, -1));
    }

    [Theory]
    [InlineData("none", 9)]
    [InlineData("add", 12)]
    public void Points_are_replaced_or_added_to(string reduction, double expected)
    {
        ModelBuilder model = Indices(1, 2).Tensor("data", [2, 2], 1, 2, 3, 4).Tensor("update", [1], 9)
            .Numbers("point", 1, 2).Node("Reshape", "i point", "places")
            .Node("ScatterND", "data places update", "y", new AttributeProto { Name = "reduction", S = Google.Protobuf.ByteString.CopyFromUtf8(reduction), Type = 3 }).Output("y");
        Assert.Equal([1, 2, expected, 4], BoundModel.Of(model).Predict(1, 0));
    }

    private static ModelBuilder Indices(params object[] shape) =>
        new ModelBuilder(opset: 16).Input("x", shape).Node("Cast", "x", "i", ModelBuilder.Attribute("to", (long)ElementKind.Int64));
}
