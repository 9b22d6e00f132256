using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Products of matrices, which are the last two axes of its inputs: output[r, c] = Σ left[r, k]·right[k, c].</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The left tensor, then the right one.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Rows">How many rows the left matrices have.</param>
/// <param name="Depth">How many columns the left matrices and rows the right ones have.</param>
/// <param name="Columns">How many columns the right matrices have.</param>
/// <param name="Matrices">How many products there are.</param>
/// <param name="Left">Which of the left matrices each takes, in matrices.</param>
/// <param name="Right">Which of the right matrices each takes, in matrices.</param>
internal sealed record MatMulOperation(
    string Layer, EquatableArray<int> Inputs, int Output, int Rows, int Depth, int Columns, int Matrices, Walk Left, Walk Right)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>Whether the left matrices are stored column by column.</summary>
    public bool IsLeftTransposed { get; init; }

    /// <summary>Whether the right matrices are stored column by column.</summary>
    public bool IsRightTransposed { get; init; }

    /// <inheritdoc/>
    public override string Kind => "matmul";

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Matrices * Rows * Depth * Columns;

    /// <inheritdoc/>
    public override long? UnrolledTerms => MultiplyAdds;

    /// <summary>The products of one output: the positions of the left and the right factor, in the order of addition.</summary>
    /// <param name="index">The position of the output.</param>
    public IEnumerable<(int Left, int Right)> Products(int index)
    {
        int matrix = index / (Rows * Columns);
        (int row, int column) = (index / Columns % Rows, index % Columns);
        int left = (Left.At(matrix) * Rows * Depth) + (IsLeftTransposed ? row : row * Depth);
        int right = (Right.At(matrix) * Depth * Columns) + (IsRightTransposed ? column * Depth : column);
        for (int k = 0; k < Depth; k++)
        {
            yield return (left + (k * (IsLeftTransposed ? Rows : 1)), right + (k * (IsRightTransposed ? 1 : Columns)));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override double[] Evaluate(double[][] inputs)
    {
        double[] output = new double[Matrices * Rows * Columns];
        for (int i = 0; i < output.Length; i++)
        {
            foreach ((int left, int right) in Products(i))
            {
                output[i] += inputs[0][left] * inputs[1][right];
            }
        }

        return output;
    }
}
