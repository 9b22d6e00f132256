using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>Reads the weights and the bias of a layer whose weights have a shape.</summary>
/// <param name="layer">The layer.</param>
/// <param name="kind">The kind of layer, for messages.</param>
internal sealed class WeightReader(LayerBinding layer, string kind)
{
    /// <summary>Whether the weights are declared; if not, training finds them.</summary>
    public bool AreDeclared => layer.Find("weights") is not null;

    /// <summary>The weights; null after a problem.</summary>
    /// <param name="shape">The shape that they must have; null when a mistake hides it.</param>
    public NumberArray? Weights(Shape? shape) => Tensor("weights", shape, layer.IsTrainable ? 0 : null);

    /// <summary>Numbers of a shape; null after a problem.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="shape">The shape that they must have; null when a mistake hides it.</param>
    /// <param name="absent">What all are when the argument was left out; null when it must be there.</param>
    public NumberArray? Tensor(string argument, Shape? shape, double? absent)
    {
        Place place = layer.Place.Key(argument);
        switch (layer.Find(argument))
        {
            case DeclaredTensor { Origin: { } origin } found:
                if (shape is not null && found.Shape != shape)
                {
                    layer.Report(ShapeRules.FileTensorShape, layer.Place, origin, found.Shape, layer.Name, shape);
                    return null;
                }

                return layer.AreFinite(found.Values, _ => layer.Place, index => $"Value {index} of {Lowered(origin)}", mayBeNaN: false) && shape is not null ? found.Values : null;
            case DeclaredTensor declared:
                // One list of all numbers says no shape of its own.
                if (shape is not null && declared.Shape != shape && !(declared.Shape.Rank == 1 && declared.Shape.Count == shape.Count))
                {
                    layer.Report(ShapeRules.TensorShape, place, $"'{layer.Spell(argument)}' of layer '{layer.Name}'", declared.Shape, shape);
                    return null;
                }

                return AreFinite(argument, declared.Values, index => PlaceIn(place, declared.Shape, index)) && shape is not null ? declared.Values : null;
            case DeclaredNumbers { Values: var values }:
                if (shape is not null && values.Count != shape.Count)
                {
                    layer.Report(ShapeRules.TensorCount, place, $"'{layer.Spell(argument)}' of layer '{layer.Name}'", Texts.Count(values.Count, "value"), shape, shape.Count);
                    return null;
                }

                return AreFinite(argument, values, place.At) && shape is not null ? values : null;
            case null when absent is { } value:
                if (shape?.Count > Networks.Tensor.MostValues)
                {
                    layer.Report(ShapeRules.TooLarge, layer.Place, $"'{layer.Spell(argument)}' of layer '{layer.Name}'", shape.Count, Networks.Tensor.MostValues);
                    return null;
                }

                return shape is null ? null : NumberArray.Repeat(value, shape.Size);
            case null:
                layer.ReportMissing(argument, layer.Place);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Whether the layer has a bias, and its values; null after a problem.</summary>
    /// <param name="units">How many values there must be; null when a mistake hides it.</param>
    /// <param name="areWeightsSound">Whether the weights agree with that number, so that a code fix may write a bias of as many.</param>
    public (bool HasBias, NumberArray? Values) Bias(int? units, bool areWeightsSound)
    {
        bool? uses = (layer.Find("use_bias") as DeclaredFlag)?.Value;
        if (layer.Find("bias") is not null)
        {
            if (uses == false)
            {
                layer.Report(
                    WeightRules.OutOfRange,
                    layer.Place.Key("use_bias"),
                    $"'{layer.Spell("use_bias")}' of layer '{layer.Name}'",
                    "false",
                    $"true or left out, since the layer has a '{layer.Spell("bias")}'");
            }

            return (true, layer.Numbers("bias", units));
        }

        // A layer whose weights are to be found has a bias to be found as well, unless it says otherwise.
        if (layer.IsTrainable && (uses ?? !AreDeclared))
        {
            return (true, units is { } count ? NumberArray.Repeat(0, count) : null);
        }

        // Whoever asks for a bias and gives weights without one has forgotten it, unless training is to find it.
        if (uses == true && AreDeclared && !layer.MayBeTrainable)
        {
            FixValue length = new(FixProperties.BiasLength, areWeightsSound ? units?.ToString(CultureInfo.InvariantCulture) : null);
            layer.Report(WeightRules.MissingValues, layer.Place.Key("use_bias"), layer.Name, kind, layer.Spell("bias"), length);
            return (true, null);
        }

        return (false, null);
    }

    private bool AreFinite(string argument, NumberArray values, Func<int, Place> placeOf) => layer.AreFinite(
        values, placeOf, index => $"Value {index} of '{layer.Spell(argument)}' of layer '{layer.Name}'");

    private static string Lowered(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    private static Place PlaceIn(Place place, Shape shape, int index) =>
        shape.Position(index).Aggregate(place, (outer, position) => outer.At(position));
}
