using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>
/// <c>matmul</c>: the product of two tensors whose last two axes are matrices, as PyTorch's <c>torch.matmul</c> for each sample: axes before
/// them are broadcast, a list to the left is a row, and one to the right a column.
/// </summary>
internal sealed class MatMulLayer() : LayerKind(
    "matmul", new ArgumentDescriptor("transpose_left", ArgumentKind.Flag), new ArgumentDescriptor("transpose_right", ArgumentKind.Flag))
{
    /// <inheritdoc/>
    public override int MinimumSources => 2;

    /// <inheritdoc/>
    public override int MaximumSources => 2;

    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) =>
        type == ElementType.Bool ? "numbers, which a layer 'cast' makes" : base.Misfit(source, type, first);

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        bool isLeft = layer.Find("transpose_left") is DeclaredFlag { Value: true };
        bool isRight = layer.Find("transpose_right") is DeclaredFlag { Value: true };
        if (layer.ShapeOf(layer.Inputs[0]) is not { } left || layer.ShapeOf(layer.Inputs[1]) is not { } right)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        // A list has no axes to exchange.
        (isLeft, isRight) = (isLeft && left.Rank > 1, isRight && right.Rank > 1);
        Shape one = left.Rank < 2 ? Shape.Of(1, left.Size) : left;
        Shape other = right.Rank < 2 ? Shape.Of(right.Size, 1) : right;
        (int rows, int depth) = Sizes(one, isLeft);
        (int inner, int columns) = Sizes(other, isRight);
        Shape? matrices = Walk.Join(Outer(one), Outer(other));
        if (inner != depth || matrices is null)
        {
            string reason = inner != depth
                ? $"the rows of the one have {Texts.Count(depth, "value")}, the columns of the other {inner}"
                : "the axes before the matrices differ, and neither is 1";
            layer.Report(ShapeRules.MatMul, layer.Place.Key("inputs").At(1), layer.Name, layer.NameOf(layer.Inputs[0]), left, layer.NameOf(layer.Inputs[1]), right, reason);
            layer.Append((Shape?)null, null);
            return;
        }

        int[] sizes = [.. matrices.Dimensions, .. left.Rank < 2 ? (int[])[] : [rows], .. right.Rank < 2 ? (int[])[] : [columns]];
        layer.Append(Shape.Of(sizes.Length == 0 ? [1] : sizes), output =>
        {
            MatMulOperation product = new(
                layer.Name, layer.Sources, output, rows, depth, columns, matrices.Size, Walk.Broadcast(Outer(one), matrices), Walk.Broadcast(Outer(other), matrices))
            {
                IsLeftTransposed = isLeft,
                IsRightTransposed = isRight,
            };
            return layer.Elements == ElementType.Float ? product : new WholeMatMulOperation(product, layer.Elements);
        });
    }

    private static (int Rows, int Columns) Sizes(Shape shape, bool isTransposed) =>
        isTransposed ? (shape[shape.Rank - 1], shape[shape.Rank - 2]) : (shape[shape.Rank - 2], shape[shape.Rank - 1]);

    private static Shape Outer(Shape shape) => new(shape.Dimensions.Take(shape.Rank - 2).ToEquatableArray());
}
