using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Products of matrices of whole numbers, which wrap.</summary>
/// <param name="Product">Which matrices.</param>
/// <param name="Type">What their elements are, and those of the products.</param>
internal sealed record WholeMatMulOperation(MatMulOperation Product, ElementType Type) : Operation(Product.Layer, Product.Inputs, Product.Output)
{
    /// <inheritdoc/>
    public override string Kind => Product.Kind;

    /// <inheritdoc/>
    public override bool IsDifferentiable => false;

    /// <inheritdoc/>
    public override long MultiplyAdds => Product.MultiplyAdds;

    /// <inheritdoc/>
    public override long? UnrolledTerms => Product.UnrolledTerms;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] output = new double[Product.Matrices * Product.Rows * Product.Columns];
        for (int i = 0; i < output.Length; i++)
        {
            long sum = 0;
            foreach ((int left, int right) in Product.Products(i))
            {
                sum = unchecked(sum + ((long)inputs[0][left] * (long)inputs[1][right]));
            }

            output[i] = Type.Wrap(sum);
        }

        return output;
    }
}
