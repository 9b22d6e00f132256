using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes products of matrices.</summary>
internal sealed class MatMulEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(MatMulOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        MatMulOperation product = (MatMulOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                outputs[i] = block.DeclareElement(product.Output, i);
                block.Sum(outputs[i]!, [.. product.Products(i).Select((factors, k) => $"{(k == 0 ? "" : "+ ")}{inputs[0][factors.Left]} * {inputs[1][factors.Right]}")]);
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        MatMulOperation product = (MatMulOperation)step.Operation;
        SourceWriter writer = block.Writer;
        (string left, string right, string output) = (block.Inputs[0], block.Inputs[1], block.Output);
        writer.Line($"{output}.Clear();");
        if (product.Matrices > 1)
        {
            writer.Open($"for (int matrix = 0; matrix < {Literal.Integer(product.Matrices)}; matrix++)");
            left = Part(left, product.Left.At("matrix"), product.Rows * product.Depth);
            right = Part(right, product.Right.At("matrix"), product.Depth * product.Columns);
            output = Part(output, "matrix", product.Rows * product.Columns);
        }

        writer.Line(Call(left, product.IsLeftTransposed, right, product.IsRightTransposed, output, product.Rows, product.Columns));
        if (product.Matrices > 1)
        {
            writer.Close();
        }
    }

    /// <summary>The part of a span that is one matrix.</summary>
    /// <param name="span">The span.</param>
    /// <param name="matrix">Which matrix.</param>
    /// <param name="size">The size of a matrix.</param>
    public static string Part(string span, string matrix, int size)
    {
        string start = matrix == "0" || size == 1 ? matrix : $"{(matrix.IndexOf(' ') < 0 ? matrix : $"({matrix})")} * {Literal.Integer(size)}";
        return $"{span}.Slice({start}, {Literal.Integer(size)})";
    }

    /// <summary>The statement that adds a product.</summary>
    public static string Call(string left, bool isLeftTransposed, string right, bool isRightTransposed, string sums, int rows, int columns) =>
        $"global::NeuralGen.MatrixKernels.AddProduct({left}, {Literal.Flag(isLeftTransposed)}, {right}, {Literal.Flag(isRightTransposed)}, {sums}, {Literal.Integer(rows)}, {Literal.Integer(columns)});";
}
