using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>
/// Attention that a model writes out, softmax(scale·Q·Kᵀ + mask)·V, is a layer again. What computed its parts is read by nobody then, and
/// vanishes; weights of attention that somebody reads stay as they are.
/// </summary>
internal static class WrittenAttention
{
    /// <summary>What hides a key: softmax makes nothing of it, whatever its product is.</summary>
    private const double Hiding = -1e30;

    /// <summary>The layer, where a product of matrices is the last one of attention; null for all others.</summary>
    public static Value? Product(NodeTranslation node)
    {
        Value weights = node.Input(0);
        Value values = node.Input(1);
        if (values.Constant is not null || !values.Kind.IsFloat() || Rank(weights) < 2 || Rank(values) < 2 || node.Made(weights, "Softmax") is not { } softmax || !IsAlone(node, weights)
            || !IsOverLast(softmax))
        {
            return null;
        }

        Value sum = softmax.Input(0);
        Value? mask = null;
        if (node.Made(sum, "Add") is { } masked && IsAlone(node, sum))
        {
            (sum, mask) = IsScores(node, masked.Input(0)) ? (masked.Input(0), masked.Input(1)) : (masked.Input(1), masked.Input(0));
        }

        double scale = 1;
        sum = Unscaled(node, sum, ref scale);
        if (node.Made(sum, "MatMul") is not { } product || !IsAlone(node, sum) || product.Input(0) is not { Constant: null } queries || product.Input(1) is not { Constant: null } turned
            || Rank(queries) < 2 || Rank(turned) < 2 || !sum.Shape.SequenceEqual(weights.Shape) || (mask is not null && !Fits(mask, weights)))
        {
            return null;
        }

        queries = Unscaled(node, queries, ref scale);
        if (Keys(node, Unscaled(node, turned, ref scale)) is not { } keys || double.IsNaN(scale) || double.IsInfinity(scale))
        {
            return null;
        }

        bool isCausal = mask?.Constant is { } hidden && IsCausal(hidden, weights.Shape);
        List<string> inputs = [node.Layers.Read(queries), node.Layers.Read(keys), node.Layers.Read(values)];
        if (mask is not null && !isCausal)
        {
            inputs.Add(node.Layers.Read(mask));
        }

        int[] shape = [.. Dimensions.Join([.. weights.Shape.Take(Rank(weights) - 2)], [.. values.Shape.Take(Rank(values) - 2)])!, weights.Shape[Rank(weights) - 2], values.Shape[Rank(values) - 1]];
        string layer = node.Layers.Add("attention", node.OutputName(), inputs, ("scale", scale), ("causal", isCausal ? true : null));
        return node.Result(weights.Kind, shape, layer, shape);
    }

    private static int Rank(Value value) => value.Shape.Length;

    /// <summary>Whether nobody else reads a tensor.</summary>
    private static bool IsAlone(NodeTranslation node, Value value) => node.Graph.UsesOf(value.Name) == 1;

    private static bool IsOverLast(NodeTranslation softmax)
    {
        int rank = Rank(softmax.Input(0));
        int axis = softmax.Axis(softmax.Integer("axis", softmax.Version < 13 ? 1 : -1), rank);
        return axis == rank - 1;
    }

    /// <summary>Whether a summand is the one of queries and keys, and not the mask.</summary>
    private static bool IsScores(NodeTranslation node, Value value)
    {
        double scale = 1;
        return node.Made(Unscaled(node, value, ref scale), "MatMul") is { } product && product.Input(0).Constant is null && product.Input(1).Constant is null;
    }

    /// <summary>A tensor before it was multiplied or divided by numbers.</summary>
    private static Value Unscaled(NodeTranslation node, Value value, ref double scale)
    {
        while (IsAlone(node, value))
        {
            if (node.Made(value, "Div") is { } quotient && Single(quotient.Input(1)) is { } divisor && quotient.Input(0).Constant is null && Rank(quotient.Input(0)) == Rank(value))
            {
                scale /= divisor;
                value = quotient.Input(0);
            }
            else if (node.Made(value, "Mul") is { } multiple && (Single(multiple.Input(0)) ?? Single(multiple.Input(1))) is { } factor)
            {
                Value other = Single(multiple.Input(0)) is null ? multiple.Input(0) : multiple.Input(1);
                if (other.Constant is not null || Rank(other) != Rank(value))
                {
                    break;
                }

                scale *= factor;
                value = other;
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private static double? Single(Value value) => value.Constant is { Count: 1 } number && number.Kind.IsFloat() && number.Number(0) != 0 ? number.Number(0) : null;

    /// <summary>The keys, row by row, of which a right factor is the columns; null where turning them would cost a copy value by value.</summary>
    private static Value? Keys(NodeTranslation node, Value columns)
    {
        if (node.Made(columns, "Transpose") is not { } turn)
        {
            return null;
        }

        int rank = Rank(columns);
        int[] axes = turn.Integers("perm") is { } said ? turn.Axes(said, rank) : [.. Enumerable.Range(0, rank).Reverse()];
        (axes[rank - 1], axes[rank - 2]) = (axes[rank - 2], axes[rank - 1]);
        return axes[rank - 1] == rank - 1 ? ShapeOperators.Transpose(node, turn.Input(0), axes) : null;
    }

    private static bool Fits(Value mask, Value scores) =>
        mask.Kind.IsFloat() && mask.Count > 0 && Dimensions.Join(mask.Shape, scores.Shape) is { } joined && joined.SequenceEqual(scores.Shape);

    /// <summary>Whether a mask hides the keys behind the place of a query, and nothing else.</summary>
    private static bool IsCausal(Literal mask, int[] scores)
    {
        int rank = mask.Shape.Length;
        if (rank < 2 || mask.Shape.Take(rank - 2).Any(size => size != 1) || mask.Shape[rank - 2] != scores[scores.Length - 2] || mask.Shape[rank - 1] != scores[scores.Length - 1])
        {
            return false;
        }

        int asked = mask.Shape[rank - 1];
        return Enumerable.Range(0, mask.Count).All(i => i % asked > i / asked ? mask.Number(i) <= Hiding : mask.Number(i) == 0);
    }
}
