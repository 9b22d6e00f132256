using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>
/// Appends softmax(scale·Q·Kᵀ + mask)·V (Vaswani et al. 2017, equation 1) of queries [..., L, E], keys [..., S, E] and values [..., S, V],
/// whose axes before the last two are broadcast.
/// </summary>
/// <param name="layer">The layer.</param>
/// <param name="scale">What the products are multiplied by.</param>
/// <param name="isCausal">Whether a query asks no keys behind its own place.</param>
internal sealed class AttentionCore(LayerBinding layer, double scale, bool isCausal)
{
    /// <summary>An operation as a part of the layer.</summary>
    public static Operation Whole(LayerBinding layer, Operation operation) =>
        operation with { Whole = new CompositeLayer(layer.Type, layer.Sources), Arguments = layer.Arguments };

    /// <summary>The axes before those of the matrices.</summary>
    public static Shape Outer(Shape shape) => new(shape.Dimensions.Take(shape.Rank - 2).ToEquatableArray());

    /// <summary>The shape of products of matrices.</summary>
    /// <returns>Null where the axes before the matrices do not fit.</returns>
    public static Shape? Product(Shape left, int rows, Shape right, int columns) =>
        Walk.Join(Outer(left), Outer(right)) is { } outer ? Shape.Of([.. outer.Dimensions, rows, columns]) : null;

    /// <summary>Appends the operations, for shapes that fit.</summary>
    /// <param name="query">Who asks.</param>
    /// <param name="key">What is asked.</param>
    /// <param name="value">What it answers.</param>
    /// <param name="mask">What is added to the products, or null.</param>
    /// <returns>The tensor of the result.</returns>
    public int Append((int Tensor, Shape Shape) query, (int Tensor, Shape Shape) key, (int Tensor, Shape Shape) value, (int Tensor, Shape Shape)? mask)
    {
        int asking = query.Shape[query.Shape.Rank - 2];
        int asked = key.Shape[key.Shape.Rank - 2];
        Shape scores = Product(query.Shape, asking, key.Shape, asked)!;
        int products = layer.Append(scores, output => Multiplied(query, key, output, scores, query.Shape.Features, isRightTransposed: true));
        int scaled = Scaled(products, scores, asking, asked, mask);
        int shares = layer.Append(scores, output => Whole(layer, new SoftmaxOperation(layer.Name, LayerBinding.Of(scaled), output, new SoftmaxActivation(), scores.Size / asked, asked, 1)));
        Shape result = Product(scores, asking, value.Shape, value.Shape.Features)!;
        return layer.Append(result, output => Multiplied((shares, scores), value, output, result, asked, isRightTransposed: false));
    }

    private Operation Multiplied((int Tensor, Shape Shape) left, (int Tensor, Shape Shape) right, int output, Shape result, int depth, bool isRightTransposed)
    {
        Shape matrices = Outer(result);
        return Whole(layer, new MatMulOperation(
            layer.Name, new([left.Tensor, right.Tensor]), output, result[result.Rank - 2], depth, result.Features, matrices.Size,
            Walk.Broadcast(Outer(left.Shape), matrices), Walk.Broadcast(Outer(right.Shape), matrices))
        {
            IsRightTransposed = isRightTransposed,
        });
    }

    private int Scaled(int products, Shape scores, int asking, int asked, (int Tensor, Shape Shape)? mask)
    {
        List<(int Tensor, Shape Shape)> masks = mask is { } said ? [said] : [];
        if (isCausal)
        {
            Shape shape = Shape.Of(asking, asked);
            double[] values = [.. Enumerable.Range(0, shape.Size).Select(i => i % asked > i / asked ? double.NegativeInfinity : 0)];
            masks.Add((layer.Append(shape, output => Whole(layer, new ConstantOperation(layer.Name, output, ElementType.Float, layer.Own(new NumberArray(values)), new([])))), shape));
        }

        if (scale == 1 && masks.Count == 0)
        {
            return products;
        }

        Term sum = scale == 1 ? new OperandTerm(0) : new BinaryTerm('*', new OperandTerm(0), new NumberTerm(scale));
        for (int i = 0; i < masks.Count; i++)
        {
            sum = new BinaryTerm('+', sum, new OperandTerm(i + 1));
        }

        Walk[] walks = [Walk.Broadcast(scores, scores), .. masks.Select(added => Walk.Broadcast(added.Shape, scores))];
        return layer.Append(scores, output => Whole(layer, new MapOperation(layer.Name, new([products, .. masks.Select(added => added.Tensor)]), output, sum, scores.Size, new(walks))));
    }
}
