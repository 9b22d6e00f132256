using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Products with matrices whose numbers are known are layers: the same values, with the numbers as weights.</summary>
public class ConstantProductTests
{
    private const int Depth = 2;

    /// <summary>How many matrices, rows and columns there are, and which of the two factors are written the other way round.</summary>
    public static TheoryData<int, int, int, bool, bool> Products()
    {
        TheoryData<int, int, int, bool, bool> products = new();
        foreach (int matrices in new[] { 1, 2 })
        {
            foreach (int rows in new[] { 1, 3 })
            {
                foreach (int columns in new[] { 1, 4 })
                {
                    for (int turned = 0; turned < 4; turned++)
                    {
                        products.Add(matrices, rows, columns, turned % 2 == 1, turned >= 2);
                    }
                }
            }
        }

        return products;
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void A_known_matrix_on_the_right_holds_a_column_of_weights_per_unit(int matrices, int rows, int columns, bool isLeftTurned, bool isRightTurned) => Check(
        matrices * rows * Depth,
        $"{Computed("left", matrices, rows, isLeftTurned)}, {Known("right", Depth, columns, isRightTurned)}, {Product(isLeftTurned, isRightTurned)}",
        isLayer: !isLeftTurned || rows == 1,
        isList: matrices * rows == 1);

    [Theory]
    [MemberData(nameof(Products))]
    public void A_known_matrix_on_the_left_holds_a_row_of_weights_per_unit(int matrices, int rows, int columns, bool isLeftTurned, bool isRightTurned) => Check(
        matrices * columns * Depth,
        $"{Computed("right", matrices, columns, !isRightTurned)}, {Known("left", rows, Depth, isLeftTurned)}, {Product(isLeftTurned, isRightTurned)}",
        isLayer: matrices == 1 && columns == 1,
        isList: true);

    [Theory]
    [InlineData("[[1, 2], [3, 4]]", "dense")]
    [InlineData("[[1, \"infinity\"], [3, 4]]", "matmul")]
    [InlineData("[[1, \"-infinity\"], [3, 4]]", "matmul")]
    [InlineData("[[1, \"nan\"], [3, 4]]", "matmul")]
    public void Weights_are_finite(string matrix, string kind) => Assert.Equal(kind, ConstantProducts.Run(NetworkText.Read($$"""
        { "type": "reshape", "name": "left", "shape": [1, 2] }, { "type": "constant", "name": "right", "values": {{matrix}} }, {{Product(false, false)}}
        """, 2)).Operations[^1].Kind);

    private static void Check(int inputs, string layers, bool isLayer, bool isList)
    {
        Network network = NetworkText.Read(layers, inputs);
        Network changed = ConstantProducts.Run(network);
        Assert.Equal(isLayer, !changed.Operations.Any(operation => operation is MatMulOperation));
        if (isLayer)
        {
            // Of several rows each is a pixel.
            Operation product = changed.Operations.Single(operation => operation.Layer == "product");
            Assert.Equal(isList, product is DenseOperation);
            Assert.True(isList || product is ConvolutionOperation { IsDense: true, AreChannelsLast: true });
        }

        double[] input = [.. Enumerable.Range(0, inputs).Select(i => 1.5 - (i * i * 0.25))];
        Assert.Equal(Interpreter.Predict(network, input), Interpreter.Predict(changed, input));
    }

    private static string Product(bool isLeftTurned, bool isRightTurned) => $$"""
        { "type": "matmul", "name": "product", "inputs": ["left", "right"], "transpose_left": {{(isLeftTurned ? "true" : "false")}}, "transpose_right": {{(isRightTurned ? "true" : "false")}} }
        """;

    private static string Computed(string name, int matrices, int vectors, bool isTurned) => $$"""
        { "type": "reshape", "name": "{{name}}", "inputs": ["input"], "shape": [{{(matrices == 1 ? "" : $"{matrices}, ")}}{{(isTurned ? $"{Depth}, {vectors}" : $"{vectors}, {Depth}")}}] }
        """;

    private static string Known(string name, int rows, int columns, bool isTurned)
    {
        (int outer, int inner) = isTurned ? (columns, rows) : (rows, columns);
        IEnumerable<string> lines = Enumerable.Range(0, outer).Select(i => $"[{string.Join(", ", Enumerable.Range(0, inner).Select(j => (7 * i) - (3 * j) + 1))}]");
        return $$"""{ "type": "constant", "name": "{{name}}", "values": [{{string.Join(", ", lines)}}] }""";
    }
}
