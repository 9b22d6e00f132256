using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>Products of matrices. Where the right one is known they are dense layers.</summary>
internal static class DenseOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Gemm", Gemm),
        ("MatMul", node => [WrittenAttention.Product(node) ?? MatMul(node, node.Input(0), node.Input(1))]),
    ];

    /// <summary>The sum of a dense layer without a bias and a list of its length is that layer with a bias; null where a node is no such sum.</summary>
    public static Value[]? WithBias(NodeTranslation node)
    {
        if (node.Node.Operator != "Add" || node.InputCount != 2)
        {
            return null;
        }

        for (int i = 0; i < 2; i++)
        {
            Value product = node.Input(i);
            if (node.Input(1 - i).Constant is { } bias && product.Shape.Length > 0 && bias.Kind.IsFloat() && Dimensions.WithoutLeadingOnes(bias.Shape).Length <= 1
                && bias.Shape.Length <= product.Shape.Length && bias.Count == product.Shape[product.Shape.Length - 1]
                && node.OwnLayer(product) is { Type: "dense" } layer && layer.Arguments.All(argument => argument.Key is not ("bias" or "activation")))
            {
                layer.Arguments.Add(("bias", new Numbers(node.Input(1 - i).Name, bias.Reshaped([bias.Count]))));
                return [node.Result(product.Kind, product.Shape, layer.Name, product.LayerShape)];
            }
        }

        return null;
    }

    /// <summary>The product of two tensors, as NumPy's matmul.</summary>
    public static Value MatMul(NodeTranslation node, Value left, Value right)
    {
        if (left.Shape.Length == 0 || right.Shape.Length == 0)
        {
            throw node.Fail("a scalar is no matrix");
        }

        int[] one = left.Shape.Length == 1 ? [1, left.Shape[0]] : left.Shape;
        int[] other = right.Shape.Length == 1 ? [right.Shape[0], 1] : right.Shape;
        int depth = one[one.Length - 1];
        int columns = other[other.Length - 1];
        int[]? outer = Dimensions.Join([.. one.Take(one.Length - 2)], [.. other.Take(other.Length - 2)]);
        if (depth != other[other.Length - 2] || outer is null)
        {
            throw node.Fail($"shapes {Dimensions.Text(left.Shape)} and {Dimensions.Text(right.Shape)} do not fit together");
        }

        if (left.Kind == ElementKind.Bool)
        {
            throw node.Fail("its factors are truth values");
        }

        (Value plain, bool isTurned) = Unturned(node, right);
        int rows = one[one.Length - 2];
        int[] shape = [.. outer, .. left.Shape.Length == 1 ? (int[])[] : [rows], .. right.Shape.Length == 1 ? (int[])[] : [columns]];
        if (right.Constant is { } weights && right.Kind.IsFloat() && right.Shape.Length <= 2 && left.Constant is null && right.Count > 0)
        {
            return Dense(node, left, Transposed(weights, depth, columns), right.Name, null, null, shape);
        }

        int[] layerShape = shape.Length == 0 ? [1] : shape;
        string[] inputs = [node.Layers.Read(left), node.Layers.Read(plain)];
        return node.Result(left.Kind, shape, node.Layers.Add("matmul", node.OutputName(), inputs, ("transpose_right", isTurned ? true : null)), layerShape);
    }

    /// <summary>
    /// What a right factor is turned from: products read rows as well as columns, so that nothing needs to be copied, or whole rows instead of
    /// single values.
    /// </summary>
    private static (Value Value, bool IsTurned) Unturned(NodeTranslation node, Value right)
    {
        int rank = right.Shape.Length;
        if (rank < 2 || right.Shape[rank - 1] == 1 || right.Shape[rank - 2] == 1 || node.Made(right, "Transpose") is not { } turn)
        {
            return (right, false);
        }

        int[] axes = turn.Integers("perm") is { } said ? turn.Axes(said, rank) : [.. Enumerable.Range(0, rank).Reverse()];
        (axes[rank - 1], axes[rank - 2]) = (axes[rank - 2], axes[rank - 1]);
        return axes[rank - 1] == rank - 1 ? (ShapeOperators.Transpose(node, turn.Input(0), axes), true) : (right, false);
    }

    /// <summary>The product of rows and a matrix of constants that are no parameters.</summary>
    public static Value Computed(NodeTranslation node, Value rows, Value matrix)
    {
        int[] shape = [.. rows.Shape.Take(rows.Shape.Length - 1), matrix.Shape[1]];
        return node.Result(rows.Kind, shape, node.Layers.Add("matmul", node.OutputName(), [node.Layers.Read(rows), node.Layers.Read(matrix)]), shape);
    }

    private static Value[] Gemm(NodeTranslation node)
    {
        Value left = node.Input(0);
        Value right = node.Input(1);
        Value? addend = node.Optional(2);
        double alpha = node.Float("alpha", 1);
        double beta = node.Float("beta", 1);
        bool isLeft = node.Flag("transA", false);
        bool isRight = node.Flag("transB", false);
        if (left.Shape.Length != 2 || right.Shape.Length != 2)
        {
            throw node.Fail($"shapes {Dimensions.Text(left.Shape)} and {Dimensions.Text(right.Shape)} are no matrices");
        }

        (int rows, int depth) = isLeft ? (left.Shape[1], left.Shape[0]) : (left.Shape[0], left.Shape[1]);
        (int inner, int columns) = isRight ? (right.Shape[1], right.Shape[0]) : (right.Shape[0], right.Shape[1]);
        int[] shape = [rows, columns];
        if (inner != depth || (addend is not null && (Dimensions.Join(addend.Shape, shape) is not { } joined || !joined.SequenceEqual(shape))))
        {
            throw node.Fail($"shapes {Dimensions.Text(left.Shape)}, {Dimensions.Text(right.Shape)}{(addend is null ? "" : $" and {Dimensions.Text(addend.Shape)}")} do not fit together");
        }

        if (right.Constant is { } weights && right.Kind.IsFloat() && !isLeft && left.Constant is null)
        {
            Literal rowsOfUnits = Scaled(isRight ? weights : Transposed(weights, depth, columns), alpha);
            bool isBias = addend is null || (addend.Constant is not null && Dimensions.WithoutLeadingOnes(addend.Shape).Length <= 1 && (addend.Count == columns || addend.Count == 1));
            Literal? bias = isBias && addend?.Constant is { } constant ? Scaled(constant.At([columns], Dimensions.Broadcast(constant.Shape, shape).Take(columns).ToArray()), beta) : null;
            Value dense = Dense(node, left, rowsOfUnits, right.Name, bias, addend?.Name, shape);
            return [isBias ? dense : Plus(node, dense, 1, addend!, beta)];
        }

        string product = node.Layers.Add(
            "matmul", node.OutputName(), [node.Layers.Read(left), node.Layers.Read(right)], ("transpose_left", isLeft ? true : null), ("transpose_right", isRight ? true : null));
        Value result = node.Result(left.Kind, shape, product, shape);
        return [addend is not null ? Plus(node, result, alpha, addend, beta)
            : alpha == 1 ? result
            : node.Map(left.Kind, $"{ActivationOperators.Number(alpha)} * {{0}}", null, [result])];
    }

    private static Value Plus(NodeTranslation node, Value product, double alpha, Value addend, double beta)
    {
        string left = alpha == 1 ? "{0}" : $"{ActivationOperators.Number(alpha)} * {{0}}";
        string right = beta == 1 ? "{1}" : $"{ActivationOperators.Number(beta)} * {{1}}";
        return node.Map(product.Kind, $"{left} + {right}", null, [product, addend]);
    }

    private static Value Dense(NodeTranslation node, Value left, Literal weights, string name, Literal? bias, string? biasName, int[] shape)
    {
        int[] from = left.LayerShape;
        int depth = left.Shape[left.Shape.Length - 1];
        if (from.Length == 0 || from[from.Length - 1] != depth)
        {
            from = left.Count == depth ? [depth] : left.Shape;
        }

        string layer = node.Add(
            "dense", node.Layers.Read(left, from), ("weights", new Numbers(name, weights)), ("bias", bias is null ? null : new Numbers(biasName!, bias)));
        return node.Result(left.Kind, shape, layer, [.. from.Take(from.Length - 1), weights.Shape[0]]);
    }

    private static Literal Transposed(Literal weights, int rows, int columns) =>
        weights.At([columns, rows], Dimensions.Walk([columns, rows], position => (position[1] * columns) + position[0]));

    private static Literal Scaled(Literal values, double factor) =>
        factor == 1 ? values : Literal.Of(values.Kind, values.Shape, Array.ConvertAll(values.Numbers(), value => values.Kind == ElementKind.Double ? value * factor : (float)(value * (float)factor)));
}
