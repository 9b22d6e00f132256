using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>dense</c>: a fully connected layer with its activation.</summary>
internal sealed class DenseLayer() : LayerKind(
    "dense",
    new ArgumentDescriptor("units", ArgumentKind.Integer),
    new ArgumentDescriptor("weights", ArgumentKind.Rows),
    new ArgumentDescriptor("layout", ArgumentKind.Layout),
    new ArgumentDescriptor("bias", ArgumentKind.Numbers),
    new ArgumentDescriptor("use_bias", ArgumentKind.Flag),
    new ArgumentDescriptor("activation", ArgumentKind.Activation))
{
    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? units = Units(layer);
        DenseWeights reader = new(layer, units, Layout(layer));
        NumberArray? weights = layer.Find("weights") switch
        {
            DeclaredRows { Rows: var rows } => reader.FromRows(rows),
            DeclaredNumbers { Values: var values } => reader.FromList(values),
            DeclaredTensor tensor => new WeightReader(layer, Type).Tensor("weights", layer.InputFeatures is { } features ? Shape.Of(units ?? tensor.Shape.Dimensions.FirstOrDefault(), features) : null, null),
            null when layer.IsTrainable => Undeclared(layer, units),
            null => Missing(layer),
            _ => null,
        };
        units = layer.Find("units") is null ? reader.FoundUnits ?? units : units;
        WeightReader numbers = new(layer, Type);
        (bool hasBias, NumberArray? bias) = numbers.Bias(units, weights is not null);
        bool areDeclared = numbers.AreDeclared;
        bool sound = weights is not null && units is not null && (bias is not null || !hasBias);
        Shape? shape = units is null ? null
            : layer.InputShape is { Rank: > 1 } input ? input.With(input.Rank - 1, units.Value)
            : Shape.Vector(units.Value);
        int output = layer.Append(shape, sound ? tensor => Operation(layer, tensor, units!.Value, weights!, bias, areDeclared) : null);
        layer.AppendActivation(shape, output, Math.Max(0, (shape?.Rank ?? 0) - 1));
    }

    /// <summary>Of several rows of features each goes through the layer: a convolution whose kernel is one pixel.</summary>
    private static Operation Operation(LayerBinding layer, int tensor, int units, NumberArray weights, NumberArray? bias, bool areDeclared)
    {
        NetworkNumbers ownWeights = layer.Own(weights);
        NetworkNumbers? ownBias = bias is null ? null : layer.Own(bias);
        if (layer.InputShape is not { Rank: > 1 } shape)
        {
            return new DenseOperation(layer.Name, layer.Sources, tensor, units, ownWeights, ownBias) { AreWeightsDeclared = areDeclared };
        }

        int rows = shape.Size / shape.Features;
        Window window = new(new([new WindowAxis(rows, 1, 1, 1, 0, 0, rows)]));
        return new ConvolutionOperation(layer.Name, layer.Sources, tensor, window, shape.Features, units, 1, ownWeights, ownBias)
        {
            AreWeightsDeclared = areDeclared,
            AreChannelsLast = true,
            IsDense = true,
        };
    }

    /// <summary>The number of units; when it was left out, the number of rows.</summary>
    private static int? Units(LayerBinding layer)
    {
        int? units = layer.Find("units") switch
        {
            DeclaredNumber { Value: var value } => (int)value,
            null when layer.Find("weights") is DeclaredRows { Rows: var rows } && Layout(layer) == WeightLayout.UnitsInputs => rows.Count,
            null when layer.Find("weights") is DeclaredRows { Rows: { Count: > 0 } rows } && Layout(layer) == WeightLayout.InputsUnits => rows[0].Count,
            null when layer.Find("weights") is DeclaredTensor { Shape: { Rank: > 0 } shape } => shape[0],
            _ => null,
        };
        if (units <= 0)
        {
            layer.Report(
                ShapeRules.UnitCount, layer.Place.Key(layer.Find("units") is null ? "weights" : "units"), layer.Name, Texts.Count(units.Value, "unit"));
            return null;
        }

        return units;
    }

    /// <summary>The order of the weights; null when a mistake hides it.</summary>
    private static WeightLayout? Layout(LayerBinding layer) => layer.Find("layout") switch
    {
        null => layer.DefaultLayout,
        DeclaredWord { Value: var word } => layer.Word<WeightLayout>("layout", word),
        _ => null,
    };

    /// <summary>The place of weights that training finds.</summary>
    private static NumberArray? Undeclared(LayerBinding layer, int? units)
    {
        if (layer.Find("units") is null)
        {
            return Missing(layer);
        }

        if (units is null || layer.InputFeatures is not { } inputs)
        {
            return null;
        }

        long count = (long)units.Value * inputs;
        if (count > Tensor.MostValues)
        {
            layer.Report(ShapeRules.TooLarge, layer.Place, $"The weights of layer '{layer.Name}'", count, Tensor.MostValues);
            return null;
        }

        return NumberArray.Repeat(0, (int)count);
    }

    private static NumberArray? Missing(LayerBinding layer)
    {
        layer.ReportMissing("weights", layer.Place);
        return null;
    }
}
