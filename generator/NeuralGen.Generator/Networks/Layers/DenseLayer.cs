using System.Globalization;
using System.Runtime.CompilerServices;
using NeuralGen.Generator.Declarations;
using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.Networks;

/// <summary><c>dense</c>: a fully connected layer with its activation.</summary>
internal sealed class DenseLayer() : LayerKind(
    "dense",
    new ArgumentDescriptor("units", ArgumentKind.Integer),
    new ArgumentDescriptor("weights", ArgumentKind.Rows),
    new ArgumentDescriptor("bias", ArgumentKind.Numbers),
    new ArgumentDescriptor("use_bias", ArgumentKind.Flag),
    new ArgumentDescriptor("activation", ArgumentKind.Activation))
{
    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? units = Units(layer);
        Place place = layer.Place.Key("weights");
        bool isFlat = layer.Find("weights") is DeclaredNumbers;
        layer.NoteRows(row => place.At(isFlat ? row * (layer.InputSize ?? 0) : row));
        NumberArray? weights = layer.Find("weights") switch
        {
            DeclaredRows { Rows: var rows } => FromRows(layer, rows, units),
            DeclaredNumbers { Values: var values } => FromList(layer, values, units),
            null when layer.IsTrainable => Undeclared(layer, units),
            null => Missing(layer),
            _ => null,
        };
        bool hasBias = layer.Find("bias") is not null;
        NumberArray? bias = hasBias ? layer.Numbers("bias", units) : null;
        bool areDeclared = layer.Find("weights") is not null;
        if (!hasBias && layer.IsTrainable && units is not null && UsesBias(layer, areDeclared))
        {
            hasBias = true;
            bias = NumberArray.Repeat(0, units.Value);
        }
        if (hasBias && layer.Find("use_bias") is DeclaredFlag { Value: false })
        {
            layer.Report(
                WeightRules.OutOfRange,
                layer.Place.Key("use_bias"),
                $"'{layer.Spell("use_bias")}' of layer '{layer.Name}'",
                "false",
                $"true or left out, since the layer has a '{layer.Spell("bias")}'");
        }

        // Whoever asks for a bias and gives weights without one has forgotten it, unless training is to find it.
        if (!hasBias && !layer.MayBeTrainable && layer.Find("use_bias") is DeclaredFlag { Value: true } && layer.Find("weights") is not null)
        {
            layer.Report(
                WeightRules.MissingValues,
                layer.Place.Key("use_bias"),
                layer.Name,
                Type,
                layer.Spell("bias"),
                new FixValue(FixProperties.BiasLength, weights is null ? null : units?.ToString(CultureInfo.InvariantCulture)));
            hasBias = true;
        }

        bool sound = weights is not null && units is not null && (bias is not null || !hasBias);
        int output = layer.Append(units, sound
            ? tensor => new DenseOperation(layer.Name, layer.Sources, tensor, units!.Value, weights!, bias) { AreWeightsDeclared = areDeclared }
            : null);
        layer.AppendActivation(units, output);
    }

    /// <summary>The number of units; when it was left out, the number of rows.</summary>
    private static int? Units(LayerBinding layer)
    {
        int? units = layer.Find("units") switch
        {
            DeclaredNumber { Value: var value } => (int)value,
            null when layer.Find("weights") is DeclaredRows { Rows: var rows } => rows.Count,
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

    /// <summary>A layer whose weights are to be found has a bias to be found as well, unless it says otherwise.</summary>
    private static bool UsesBias(LayerBinding layer, bool areWeightsDeclared) =>
        layer.Find("use_bias") is DeclaredFlag { Value: var flag } ? flag : !areWeightsDeclared;

    /// <summary>The place of weights that training finds.</summary>
    private static NumberArray? Undeclared(LayerBinding layer, int? units)
    {
        if (layer.Find("units") is null)
        {
            return Missing(layer);
        }

        if (units is null || layer.InputSize is not { } inputs)
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
        layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, "dense", layer.Spell("weights"));
        return null;
    }

    private static NumberArray? FromList(LayerBinding layer, NumberArray values, int? units)
    {
        Place place = layer.Place.Key("weights");
        bool sound = layer.AreFinite(values, place.At, index => $"Weight {index} of layer '{layer.Name}'");
        if (units is { } rows && layer.InputSize is { } size && values.Count != (long)rows * size)
        {
            layer.Report(
                ShapeRules.WeightCount,
                place,
                layer.Name,
                Texts.Count(values.Count, "weight"),
                Texts.Count(rows, "unit"),
                Texts.Count(size, "value"),
                layer.InputName,
                (long)rows * size,
                Inputs(layer, values.Count % rows == 0 ? values.Count / rows : 0));
            return null;
        }

        return sound && units is not null && layer.InputSize is not null ? values : null;
    }

    private static NumberArray? FromRows(LayerBinding layer, EquatableArray<NumberArray> rows, int? units)
    {
        Place place = layer.Place.Key("weights");
        bool sound = units is not null && layer.InputSize is not null;
        if (units is { } expected && rows.Count != expected)
        {
            layer.Report(ShapeRules.RowCount, place, layer.Name, Texts.Count(rows.Count, "row"), Texts.Count(expected, "unit"));
            sound = false;
        }

        // When all rows are equally wrong, that is one mistake.
        bool uniform = rows.Select(row => row.Count).Distinct().Count() == 1;
        bool lengthReported = false;
        for (int r = 0; r < rows.Count; r++)
        {
            int number = r;
            NumberArray row = rows[r];
            sound &= layer.AreFinite(
                row, index => place.At(number).At(index), index => $"Weight {index} of row {number} of layer '{layer.Name}'");
            if (layer.InputSize is { } size && row.Count != size)
            {
                if (!uniform || !lengthReported)
                {
                    layer.Report(
                        ShapeRules.RowLength,
                        place.At(r),
                        layer.Name,
                        r,
                        Texts.Count(row.Count, "weight"),
                        layer.InputName,
                        Texts.Count(size, "value"),
                        Inputs(layer, uniform ? row.Count : 0));
                }

                lengthReported = true;
                sound = false;
            }
        }

        return sound ? Join(rows) : null;
    }

    /// <summary>The number of inputs that the weights are made for, where the layer reads the network's input.</summary>
    private static FixValue Inputs(LayerBinding layer, int count) => new(
        FixProperties.Inputs, count > 0 && layer.Inputs[0] == 0 ? count.ToString(CultureInfo.InvariantCulture) : null);

    [MethodImpl(ColdBuild.Optimized)]
    private static NumberArray Join(EquatableArray<NumberArray> rows)
    {
        double[] values = new double[rows.Sum(row => row.Count)];
        int next = 0;
        foreach (NumberArray row in rows)
        {
            for (int i = 0; i < row.Count; i++)
            {
                values[next++] = row[i];
            }
        }

        return new NumberArray(values);
    }
}
