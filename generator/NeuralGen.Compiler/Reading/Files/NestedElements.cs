using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads elements of any type: one by itself, or in nested lists, all of which must have the same lengths.</summary>
/// <param name="scope">Reads the values.</param>
internal sealed class NestedElements(FileScope scope)
{
    private const int MostAxes = 8;

    /// <summary>From here on a floating-point number may be another whole number than the one that is written.</summary>
    private const double MostExact = 9007199254740992;

    private readonly List<int> _shape = [];
    private readonly List<double> _values = [];
    private readonly List<long> _wholes = [];
    private bool _areTruths;
    private bool _isLarge;

    /// <summary>The elements with their shape; null after a problem, which stands where the first one differs.</summary>
    /// <param name="value">The element, or the list.</param>
    /// <param name="what">What messages call it.</param>
    public DeclaredElements? Read(JsonValue value, string what)
    {
        JsonValue inner = value;
        while (inner.Kind == JsonKind.Array && _shape.Count < MostAxes)
        {
            _shape.Add(inner.Count);
            if (inner.Count == 0)
            {
                break;
            }

            inner = inner[0];
        }

        _areTruths = inner.Kind is JsonKind.True or JsonKind.False;
        return ReadAxis(value, what, 0)
            ? new DeclaredElements(Shape.Of([.. _shape]), new NumberArray([.. _values]), _areTruths) { Wholes = new(_isLarge ? [.. _wholes] : []) }
            : null;
    }

    private bool ReadAxis(JsonValue value, string what, int axis)
    {
        if (axis == _shape.Count)
        {
            return ReadElement(value, what);
        }

        if (value.Kind != JsonKind.Array)
        {
            scope.ReportKind(value, what, $"an array of {_shape[axis].ToString(CultureInfo.InvariantCulture)}, as its neighbours are");
            return false;
        }

        if (value.Count != _shape[axis])
        {
            scope.Problems.Report(ShapeRules.Ragged, FileScope.PlaceOf(value), what, Texts.Count(value.Count, "element"), _shape[axis]);
            return false;
        }

        int index = 0;
        foreach (JsonValue element in value.Elements)
        {
            // The name of an element is worth its cost only when something is wrong with it.
            bool isPlain = axis + 1 == _shape.Count && element.Kind == JsonKind.Number && !_areTruths;
            if (!ReadAxis(element, isPlain ? what : FileScope.Element(what, index), axis + 1))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    private bool ReadElement(JsonValue value, string what)
    {
        if (_areTruths || value.Kind is not (JsonKind.Number or JsonKind.String))
        {
            if (value.Kind is not (JsonKind.True or JsonKind.False) || !_areTruths)
            {
                scope.ReportKind(value, what, _areTruths ? "true or false, as its neighbours are" : "a number, true or false, 'infinity', '-infinity', 'nan', or an array of these");
                return false;
            }

            Add(value.Kind == JsonKind.True ? 1 : 0, value.Kind == JsonKind.True ? 1 : 0);
            return true;
        }

        if (value.Kind == JsonKind.String)
        {
            double? special = value.GetString() switch
            {
                "infinity" => double.PositiveInfinity,
                "-infinity" => double.NegativeInfinity,
                "nan" => double.NaN,
                _ => null,
            };
            if (special is null)
            {
                scope.ReportKind(value, what, "a number, 'infinity', '-infinity' or 'nan'");
                return false;
            }

            Add(special.Value, 0);
            return true;
        }

        if (scope.Number(value, what) is not { } number)
        {
            return false;
        }

        long whole = 0;
        bool isWhole = value.IsInteger && long.TryParse(value.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole);
        _isLarge |= Math.Abs(number) >= MostExact;
        Add(number, isWhole || Math.Abs(number) >= MostExact ? whole : (long)number);
        return true;
    }

    private void Add(double value, long whole)
    {
        _values.Add(value);
        _wholes.Add(whole);
    }
}
