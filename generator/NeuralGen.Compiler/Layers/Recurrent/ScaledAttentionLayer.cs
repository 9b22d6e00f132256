using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>
/// <c>attention</c> of queries [..., L, E], keys [..., S, E] and values [..., S, V], without weights of its own, as PyTorch's
/// <c>scaled_dot_product_attention</c>; a fourth input is added to the products before softmax.
/// </summary>
internal sealed class ScaledAttentionLayer() : LayerKind("attention", new ArgumentDescriptor("scale", ArgumentKind.Number), new ArgumentDescriptor("causal", ArgumentKind.Flag))
{
    /// <inheritdoc/>
    public override int MinimumSources => 3;

    /// <inheritdoc/>
    public override int MaximumSources => 4;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape?[] shapes = [.. layer.Inputs.Select(layer.ShapeOf)];
        bool isCausal = layer.Find("causal") is DeclaredFlag { Value: true };
        double? scale = layer.Number("scale", shapes[0] is { } asking ? 1 / Math.Sqrt(asking.Features) : 1, value => !double.IsInfinity(layer.Round(value)) && !double.IsNaN(value), "finite" + layer.PrecisionWords);
        if (Array.IndexOf(shapes, null) >= 0 || !Fit(layer, shapes!) || scale is null)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        (int, Shape)? mask = shapes.Length > 3 ? (layer.Inputs[3], shapes[3]!) : null;
        new AttentionCore(layer, layer.Round(scale.Value), isCausal).Append((layer.Inputs[0], shapes[0]!), (layer.Inputs[1], shapes[1]!), (layer.Inputs[2], shapes[2]!), mask);
    }

    private bool Fit(LayerBinding layer, Shape[] shapes)
    {
        int wrong = Array.FindIndex(shapes, 0, 3, shape => shape.Rank < 2);
        if (wrong >= 0)
        {
            layer.Report(ShapeRules.InputShape, Where(layer, wrong), layer.Name, Type, "[..., steps, features]", layer.NameOf(layer.Inputs[wrong]), shapes[wrong]);
            return false;
        }

        int keys = shapes[1][shapes[1].Rank - 2];
        int values = shapes[2][shapes[2].Rank - 2];
        Shape? scores = AttentionCore.Product(shapes[0], shapes[0][shapes[0].Rank - 2], shapes[1], keys);
        if (shapes[0].Features != shapes[1].Features || scores is null)
        {
            Misfit(layer, shapes, 0, 1, shapes[0].Features == shapes[1].Features ? null : $"queries have {Texts.Count(shapes[0].Features, "value")}, keys {shapes[1].Features}");
            return false;
        }

        if (keys != values || AttentionCore.Product(scores, scores[scores.Rank - 2], shapes[2], shapes[2].Features) is null)
        {
            Misfit(layer, shapes, 1, 2, keys == values ? null : $"there are {Texts.Count(keys, "key")}, and {Texts.Count(values, "value")} for them");
            return false;
        }

        if (shapes.Length > 3 && (Walk.Join(shapes[3], scores) is not { } joined || joined != scores))
        {
            layer.Report(ShapeRules.InputShape, Where(layer, 3), layer.Name, Type, $"{scores} or one that is broadcast to it", layer.NameOf(layer.Inputs[3]), shapes[3]);
            return false;
        }

        return true;
    }

    private static void Misfit(LayerBinding layer, Shape[] shapes, int one, int other, string? reason) => layer.Report(
        ShapeRules.MatMul, Where(layer, other), layer.Name, layer.NameOf(layer.Inputs[one]), shapes[one], layer.NameOf(layer.Inputs[other]), shapes[other],
        reason ?? "the axes before the matrices differ, and neither is 1");

    private static Place Where(LayerBinding layer, int source) => layer.Place.Key("inputs").At(source);
}
