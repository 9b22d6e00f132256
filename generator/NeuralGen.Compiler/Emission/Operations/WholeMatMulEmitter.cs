using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes products of matrices of whole numbers: added up with 64 bits, of which the type's own remain.</summary>
internal sealed class WholeMatMulEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(WholeMatMulOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        WholeMatMulOperation operation = (WholeMatMulOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                string sum = block.Declare($"{block.ElementName(operation.Output, i)}_sum");
                block.Writer.Line($"long {sum} = 0;");
                foreach ((int left, int right) in operation.Product.Products(i))
                {
                    block.Writer.Line($"{sum} = unchecked({sum} + (long){inputs[0][left]} * {inputs[1][right]});");
                }

                outputs[i] = block.DeclareElement(operation.Output, i);
                block.Writer.Line($"{ElementTypes.Name(operation.Type)} {outputs[i]} = {Result(operation, sum)};");
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        WholeMatMulOperation operation = (WholeMatMulOperation)step.Operation;
        MatMulOperation product = operation.Product;
        SourceWriter writer = block.Writer;
        (string rows, string depth, string columns) = (Literal.Integer(product.Rows), Literal.Integer(product.Depth), Literal.Integer(product.Columns));
        writer.Open($"for (int matrix = 0; matrix < {Literal.Integer(product.Matrices)}; matrix++)");
        writer.Line($"int left = {Start(product.Left.At("matrix"), product.Rows * product.Depth)};");
        writer.Line($"int right = {Start(product.Right.At("matrix"), product.Depth * product.Columns)};");
        writer.Open($"for (int row = 0; row < {rows}; row++)");
        writer.Open($"for (int column = 0; column < {columns}; column++)");
        writer.Line("long sum = 0;");
        writer.Open($"for (int k = 0; k < {depth}; k++)");
        string one = product.IsLeftTransposed ? $"k * {rows} + row" : $"row * {depth} + k";
        string other = product.IsRightTransposed ? $"column * {depth} + k" : $"k * {columns} + column";
        writer.Line($"sum = unchecked(sum + (long){block.Inputs[0]}[left + {one}] * {block.Inputs[1]}[right + {other}]);");
        writer.Close();
        writer.Line();
        writer.Line($"{block.Output}[(matrix * {rows} + row) * {columns} + column] = {Result(operation, "sum")};");
        writer.Close();
        writer.Close();
        writer.Close();
    }

    private static string Start(string matrix, int size) => matrix.Length == 0 ? "0" : $"({matrix}) * {Literal.Integer(size)}";

    private static string Result(WholeMatMulOperation operation, string sum) =>
        operation.Type == ElementType.Long ? sum : $"unchecked(({ElementTypes.Name(operation.Type)}){sum})";
}
