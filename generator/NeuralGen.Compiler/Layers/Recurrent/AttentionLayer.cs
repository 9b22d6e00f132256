using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>
/// <c>multi_head_attention</c> over sequences [time, features] (Vaswani et al. 2017), with PyTorch's numbers: <c>weights</c> are those of queries,
/// keys and values, [3·features, features]. It reads one sequence, or queries and another one, or queries, keys and values.
/// </summary>
internal sealed class AttentionLayer() : LayerKind(
    "multi_head_attention",
    new ArgumentDescriptor("heads", ArgumentKind.Integer),
    new ArgumentDescriptor("causal", ArgumentKind.Flag),
    new ArgumentDescriptor("weights", ArgumentKind.Tensor),
    new ArgumentDescriptor("bias", ArgumentKind.Numbers),
    new ArgumentDescriptor("output_weights", ArgumentKind.Tensor),
    new ArgumentDescriptor("output_bias", ArgumentKind.Numbers),
    new ArgumentDescriptor("use_bias", ArgumentKind.Flag))
{
    /// <summary>What PyTorch calls the numbers of an argument; null where it has none.</summary>
    /// <param name="argument">The argument's name.</param>
    public static string? Torch(string argument) => argument switch
    {
        "weights" => "in_proj_weight",
        "bias" => "in_proj_bias",
        "output_weights" => "out_proj.weight",
        "output_bias" => "out_proj.bias",
        _ => null,
    };

    /// <inheritdoc/>
    public override int MaximumSources => 3;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape?[] shapes = [.. layer.Inputs.Select(layer.ShapeOf)];
        int wrong = Array.FindIndex(shapes, shape => shape is not null && shape.Rank != 2);
        if (wrong >= 0)
        {
            layer.Report(ShapeRules.InputShape, Where(layer, wrong), layer.Name, Type, "[time, features]", layer.NameOf(layer.Inputs[wrong]), shapes[wrong]);
        }

        int? features = wrong >= 0 ? null : shapes[0]?.Features;
        int misfit = Array.FindIndex(shapes, shape => features is not null && shape is not null && shape.Features != features);
        if (misfit >= 0)
        {
            layer.Report(ShapeRules.InputShape, Where(layer, misfit), layer.Name, Type, $"[time, {features}], as its first input has", layer.NameOf(layer.Inputs[misfit]), shapes[misfit]);
        }
        else if (shapes.Length == 3 && shapes[1] is { Rank: 2 } keys && shapes[2] is { Rank: 2 } values && keys[0] != values[0])
        {
            misfit = 2;
            layer.Report(ShapeRules.InputShape, Where(layer, 2), layer.Name, Type, $"{keys}, as its keys have", layer.NameOf(layer.Inputs[2]), values);
        }

        int? heads = layer.Size("heads", isNeeded: true);
        if (heads is { } count && features is { } width && width % count != 0)
        {
            layer.Report(WeightRules.OutOfRange, layer.Place.Key("heads"), $"'{layer.Spell("heads")}' of layer '{layer.Name}'", count, $"a divisor of its {width} features");
            heads = null;
        }

        bool isCausal = (layer.Find("causal") as DeclaredFlag)?.Value ?? false;
        (NumberArray? weights, NumberArray? bias, bool isInputSound) = Numbers(layer, "weights", "bias", 3 * features, features);
        (NumberArray? outputWeights, NumberArray? outputBias, bool isOutputSound) = Numbers(layer, "output_weights", "output_bias", features, features);
        if (!isInputSound || !isOutputSound || heads is null || misfit >= 0 || Array.IndexOf(shapes, null) >= 0)
        {
            layer.Append(wrong >= 0 ? null : shapes[0], null);
            return;
        }

        new AttentionStack(layer, heads.Value, shapes[0]!, shapes[shapes.Length - 1]!, isCausal).Append(weights!, bias, outputWeights!, outputBias);
    }

    /// <summary>Weights and their bias, which training finds where they are left out.</summary>
    private static (NumberArray? Weights, NumberArray? Bias, bool IsSound) Numbers(LayerBinding layer, string weights, string bias, int? rows, int? columns)
    {
        Shape? shape = rows is { } height && columns is { } width ? Shape.Of(height, width) : null;
        bool areDeclared = layer.Find(weights) is not null;
        NumberArray? found = new WeightReader(layer, layer.Type).Tensor(weights, shape, layer.IsTrainable && !areDeclared ? 0 : null);
        bool? uses = (layer.Find("use_bias") as DeclaredFlag)?.Value;
        if (layer.Find(bias) is null && !(layer.IsTrainable && (uses ?? !areDeclared)))
        {
            return (found, null, found is not null);
        }

        NumberArray? summands = layer.Numbers(bias, rows, 0);
        return (found, summands, found is not null && summands is not null);
    }

    private static Place Where(LayerBinding layer, int source) => layer.SourceNames is null ? layer.Place : layer.Place.Key("inputs").At(source);
}
