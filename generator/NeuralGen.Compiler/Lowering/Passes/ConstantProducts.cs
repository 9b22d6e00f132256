using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>
/// Computes products with a constant matrix as dense layers, whose weights are packed once. Their numbers are no parameters of the network as declared,
/// so that the pass is for code alone that predicts and whose numbers never change.
/// </summary>
internal static class ConstantProducts
{
    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        Dictionary<int, NetworkNumbers> constants = network.Operations.OfType<ConstantOperation>()
            .Where(constant => constant.Floats is { IsKnown: true } floats && floats.All(value => !double.IsNaN(value) && !double.IsInfinity(value)))
            .ToDictionary(constant => constant.Output, constant => constant.Floats!);
        if (constants.Count == 0 || !network.Operations.Any(operation => operation is MatMulOperation))
        {
            return network;
        }

        NumberIds numbers = NumberIds.After(network);
        return network with { Operations = network.Operations.Select(operation => operation is MatMulOperation product ? Of(product, constants, numbers) : operation).ToEquatableArray() };
    }

    private static Operation Of(MatMulOperation product, Dictionary<int, NetworkNumbers> constants, NumberIds numbers)
    {
        int rows = product.Matrices * product.Rows;
        if (constants.TryGetValue(product.Inputs[1], out NetworkNumbers? right) && right.Count == product.Depth * product.Columns
            && product.Left.IsIdentity && (!product.IsLeftTransposed || product.Rows == 1 || product.Depth == 1))
        {
            return Dense(product, 0, rows, product.Depth, product.Columns, Rows(right, product.Columns, product.Depth, areRows: product.IsRightTransposed, numbers));
        }

        // A column by itself is a list, and the rows of the matrix before it are weights.
        if (constants.TryGetValue(product.Inputs[0], out NetworkNumbers? left) && product.Matrices == 1 && product.Columns == 1)
        {
            return Dense(product, 1, 1, product.Depth, product.Rows, Rows(left, product.Rows, product.Depth, areRows: !product.IsLeftTransposed, numbers));
        }

        return product;
    }

    /// <summary>The numbers as a row of weights per unit.</summary>
    private static NetworkNumbers Rows(NetworkNumbers matrix, int units, int inputs, bool areRows, NumberIds numbers)
    {
        if (areRows)
        {
            return matrix;
        }

        double[] rows = new double[matrix.Count];
        for (int unit = 0; unit < units; unit++)
        {
            for (int input = 0; input < inputs; input++)
            {
                rows[(unit * inputs) + input] = matrix[(input * units) + unit];
            }
        }

        return numbers.Add(new NumberArray(rows));
    }

    private static Operation Dense(MatMulOperation product, int input, int rows, int inputs, int units, NetworkNumbers weights)
    {
        EquatableArray<int> source = new([product.Inputs[input]]);
        if (rows == 1)
        {
            return new DenseOperation(product.Layer, source, product.Output, units, weights, null);
        }

        Window window = new(new([new WindowAxis(rows, 1, 1, 1, 0, 0, rows)]));
        return new ConvolutionOperation(product.Layer, source, product.Output, window, inputs, units, 1, weights, null) { AreChannelsLast = true, IsDense = true };
    }
}
