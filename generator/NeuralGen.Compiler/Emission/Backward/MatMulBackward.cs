using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of products of matrices: to each factor go the deltas times the other factor.</summary>
internal sealed class MatMulBackward : OperationBackward
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(MatMulOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "the delta of each factor is the sum of the deltas times the other factors that it met";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        MatMulOperation product = (MatMulOperation)operation;
        string[] left = block.Values(product.Inputs[0]);
        string[] right = block.Values(product.Inputs[1]);
        for (int i = 0; i < block.Values(product.Output).Length; i++)
        {
            if (block.Delta(product.Output, i) is not { } delta)
            {
                continue;
            }

            foreach ((int one, int other) in product.Products(i))
            {
                block.Add(product.Inputs[0], one, $"+ {right[other]} * {delta}");
                block.Add(product.Inputs[1], other, $"+ {left[one]} * {delta}");
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        MatMulOperation product = (MatMulOperation)operation;
        (string? leftDeltas, string? rightDeltas) = (block.Deltas(product.Inputs[0]), block.Deltas(product.Inputs[1]));
        if (leftDeltas is null && rightDeltas is null)
        {
            return;
        }

        (int leftSize, int rightSize) = (block.Size(product.Inputs[0]), block.Size(product.Inputs[1]));
        List<(string, string, int)> spans = [("delta", block.Deltas(product.Output)!, block.Size(product.Output))];
        if (leftDeltas is not null)
        {
            spans.Add(("right", block.Values(product.Inputs[1]), rightSize));
            spans.Add(("leftDelta", leftDeltas, leftSize));
        }

        if (rightDeltas is not null)
        {
            spans.Add(("left", block.Values(product.Inputs[0]), leftSize));
            spans.Add(("rightDelta", rightDeltas, rightSize));
        }

        block.OpenSamples([.. spans]);
        SourceWriter writer = block.Writer;
        bool hasMatrices = product.Matrices > 1;
        if (hasMatrices)
        {
            writer.Open($"for (int matrix = 0; matrix < {Literal.Integer(product.Matrices)}; matrix++)");
        }

        string Part(string span, string matrix, int size) => hasMatrices ? MatMulEmitter.Part(span, matrix, size) : span;
        string delta = Part("delta", "matrix", product.Rows * product.Columns);
        (bool isLeft, bool isRight) = (product.IsLeftTransposed, product.IsRightTransposed);
        (string leftMatrix, string rightMatrix) = (product.Left.At("matrix"), product.Right.At("matrix"));
        (int leftPart, int rightPart) = (product.Rows * product.Depth, product.Depth * product.Columns);
        if (leftDeltas is not null)
        {
            string right = Part("right", rightMatrix, rightPart);
            string sums = Part("leftDelta", leftMatrix, leftPart);
            writer.Line(isLeft
                ? MatMulEmitter.Call(right, isRight, delta, true, sums, product.Depth, product.Rows)
                : MatMulEmitter.Call(delta, false, right, !isRight, sums, product.Rows, product.Depth));
        }

        if (rightDeltas is not null)
        {
            string left = Part("left", leftMatrix, leftPart);
            string sums = Part("rightDelta", rightMatrix, rightPart);
            writer.Line(isRight
                ? MatMulEmitter.Call(delta, true, left, isLeft, sums, product.Columns, product.Depth)
                : MatMulEmitter.Call(left, !isLeft, delta, false, sums, product.Depth, product.Columns));
        }

        if (hasMatrices)
        {
            writer.Close();
        }

        writer.Close();
    }
}
