using System.Globalization;
using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>Checks the declared weights of a dense layer and brings them into the order that all else has: a row per unit.</summary>
/// <param name="layer">The layer.</param>
/// <param name="units">The number of units; null when a mistake hides it.</param>
/// <param name="layout">The order in which the weights are declared; null when a mistake hides it.</param>
internal sealed class DenseWeights(LayerBinding layer, int? units, WeightLayout? layout)
{
    private readonly Place _place = layer.Place.Key("weights");

    /// <summary>The number of units that weights have which turned out to be transposed; null for all others.</summary>
    public int? FoundUnits { get; private set; }

    private bool IsByInput => layout == WeightLayout.InputsUnits;

    /// <summary>The weights of one list, as attributes have them.</summary>
    public NumberArray? FromList(NumberArray values)
    {
        layer.NoteRows(row => _place.At(IsByInput ? row : row * (layer.InputFeatures ?? 0)));
        bool sound = layer.AreFinite(values, _place.At, index => $"Weight {index} of layer '{layer.Name}'");
        if (units is { } rows && layer.InputFeatures is { } size && values.Count != (long)rows * size)
        {
            layer.Report(
                ShapeRules.WeightCount,
                _place,
                layer.Name,
                Texts.Count(values.Count, "weight"),
                Texts.Count(rows, "unit"),
                InputWords(size),
                layer.InputName,
                (long)rows * size,
                Inputs(values.Count % rows == 0 ? values.Count / rows : 0));
            return null;
        }

        if (!sound || layout is null || units is not { } count || layer.InputFeatures is not { } inputs)
        {
            return null;
        }

        return IsByInput ? Transposed(values, inputs, count) : values;
    }

    /// <summary>The weights of a list of rows, as files have them.</summary>
    public NumberArray? FromRows(EquatableArray<NumberArray> rows)
    {
        layer.NoteRows(row => IsByInput ? _place.At(0).At(row) : _place.At(row));
        bool sound = AreFinite(rows);
        if (layout is null)
        {
            return null;
        }

        if (IsTransposed(rows))
        {
            FoundUnits = IsByInput ? rows.Count : rows[0].Count;
            string needed = IsByInput ? "input" : "unit";
            string cure = IsByInput ? "leave the layout 'inputs_units' out" : "declare the layout 'inputs_units'";
            layer.Report(
                ShapeRules.Transposed,
                _place,
                layer.Name,
                $"[{Number(rows.Count)}, {Number(rows[0].Count)}]",
                $"[{Number(rows[0].Count)}, {Number(rows.Count)}]",
                needed,
                cure,
                new FixValue(FixProperties.Layout, IsByInput ? null : "inputs_units"));
            return null;
        }

        sound &= IsByInput ? AreInputRows(rows) : AreUnitRows(rows);
        if (!sound || units is not { } count || layer.InputFeatures is not { } inputs)
        {
            return null;
        }

        NumberArray values = Join(rows);
        return IsByInput ? Transposed(values, inputs, count) : values;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>From a row per input to a row per unit.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static NumberArray Transposed(NumberArray values, int inputs, int units)
    {
        double[] result = new double[values.Count];
        for (int unit = 0; unit < units; unit++)
        {
            for (int i = 0; i < inputs; i++)
            {
                result[(unit * inputs) + i] = values[(i * units) + unit];
            }
        }

        return new NumberArray(result);
    }

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

    private bool AreFinite(EquatableArray<NumberArray> rows)
    {
        bool sound = true;
        for (int r = 0; r < rows.Count; r++)
        {
            int number = r;
            sound &= layer.AreFinite(
                rows[r], index => _place.At(number).At(index), index => $"Weight {index} of row {number} of layer '{layer.Name}'");
        }

        return sound;
    }

    /// <summary>Whether rows that do not fit as they are would fit the other way round.</summary>
    private bool IsTransposed(EquatableArray<NumberArray> rows)
    {
        if (layer.InputFeatures is not { } inputs || rows.Count == 0 || rows.Any(row => row.Count != rows[0].Count))
        {
            return false;
        }

        // The number of units tells most where it is declared, by itself or by the bias; rows alone say less.
        int? told = layer.Find("units") is DeclaredNumber { Value: var number } ? (int)number
            : layer.Find("bias") is DeclaredNumbers { Values.Count: var biases } ? biases
            : null;
        (int byUnit, int byInput) = IsByInput ? (rows[0].Count, rows.Count) : (rows.Count, rows[0].Count);
        bool fits = byInput == inputs && (told is null || byUnit == told);
        bool fitsTransposed = byUnit == inputs && (told is null || byInput == told);
        return !fits && fitsTransposed && (told is not null || !IsReadAs(byUnit, byInput));
    }

    /// <summary>Whether the layer behind this one reads as many values as this one has units if nothing is transposed, and would not
    /// if both are.</summary>
    private bool IsReadAs(int units, int transposedUnits) =>
        units != transposedUnits
        && layer.Next?.Find("weights") is DeclaredRows { Rows: { Count: > 0 } rows }
        && rows.Count != transposedUnits
        && rows.All(row => row.Count == units);

    private bool AreUnitRows(EquatableArray<NumberArray> rows)
    {
        bool sound = true;
        if (units is { } expected && rows.Count != expected)
        {
            layer.Report(ShapeRules.RowCount, _place, layer.Name, Texts.Count(rows.Count, "row"), Texts.Count(expected, "unit"));
            sound = false;
        }

        return layer.InputFeatures is { } size
            ? HaveLength(rows, size, (row, isUniform) => layer.Report(
                ShapeRules.RowLength,
                _place.At(row),
                layer.Name,
                row,
                Texts.Count(rows[row].Count, "weight"),
                layer.InputName,
                InputWords(size),
                Inputs(isUniform ? rows[row].Count : 0))) && sound
            : sound;
    }

    private bool AreInputRows(EquatableArray<NumberArray> rows)
    {
        bool sound = true;
        if (layer.InputFeatures is { } size && rows.Count != size)
        {
            layer.Report(ShapeRules.InputRowCount, _place, layer.Name, Texts.Count(rows.Count, "row"), layer.InputName, InputWords(size));
            sound = false;
        }

        return units is { } expected
            ? HaveLength(rows, expected, (row, _) => layer.Report(
                ShapeRules.InputRowLength, _place.At(row), layer.Name, row, Texts.Count(rows[row].Count, "weight"), Texts.Count(expected, "unit"))) && sound
            : sound;
    }

    /// <summary>Whether all rows have a length; when all are equally wrong, that is one mistake.</summary>
    private static bool HaveLength(EquatableArray<NumberArray> rows, int length, Action<int, bool> report)
    {
        bool isUniform = rows.Select(row => row.Count).Distinct().Count() == 1;
        int[] wrong = [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].Count != length)];
        foreach (int row in isUniform ? wrong.Take(1) : wrong)
        {
            report(row, isUniform);
        }

        return wrong.Length == 0;
    }

    /// <summary>How many values each unit reads, and of an input with more axes where they are.</summary>
    private string InputWords(int size) => layer.InputShape is { Rank: > 1 } shape
        ? $"{Texts.Count(size, "value")} in the last dimension of its shape {shape} (a layer 'flatten' makes one list of all {shape.Size.ToString(CultureInfo.InvariantCulture)})"
        : Texts.Count(size, "value");

    /// <summary>The number of inputs that the weights are made for, where the layer reads the network's input.</summary>
    private FixValue Inputs(int count) => new(
        FixProperties.Inputs, count > 0 && layer.Inputs[0] == 0 ? count.ToString(CultureInfo.InvariantCulture) : null);
}
