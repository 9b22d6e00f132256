using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads numbers in nested lists, all of which must have the same lengths.</summary>
internal static class NestedNumbers
{
    private const int MostAxes = 8;

    /// <summary>The numbers with their shape; null after a problem, which stands where the first list differs.</summary>
    /// <param name="scope">Reads the values.</param>
    /// <param name="value">The list.</param>
    /// <param name="what">What messages call it.</param>
    public static DeclaredTensor? Read(FileScope scope, JsonValue value, string what)
    {
        List<int> shape = [];
        for (JsonValue inner = value; inner.Kind == JsonKind.Array && shape.Count < MostAxes; inner = inner[0])
        {
            shape.Add(inner.Count);
            if (inner.Count == 0)
            {
                break;
            }
        }

        if (shape.Count == 0)
        {
            scope.ReportKind(value, what, "an array of numbers, or of arrays");
            return null;
        }

        List<NumberArray> rows = [];
        return ReadAxis(scope, value, what, shape, 0, rows)
            ? new DeclaredTensor(Shape.Of([.. shape]), Joined(rows))
            : null;
    }

    private static NumberArray Joined(List<NumberArray> rows)
    {
        double[] values = new double[rows.Sum(row => row.Count)];
        int next = 0;
        foreach (NumberArray row in rows)
        {
            row.CopyTo(values, next);
            next += row.Count;
        }

        return new NumberArray(values);
    }

    private static bool ReadAxis(FileScope scope, JsonValue value, string what, List<int> shape, int axis, List<NumberArray> rows)
    {
        if (value.Kind != JsonKind.Array)
        {
            scope.ReportKind(value, what, $"an array of {shape[axis]}, as its neighbours are");
            return false;
        }

        if (value.Count != shape[axis])
        {
            scope.Problems.Report(ShapeRules.Ragged, FileScope.PlaceOf(value), what, Texts.Count(value.Count, "element"), shape[axis]);
            return false;
        }

        if (axis == shape.Count - 1)
        {
            if (scope.Numbers(value, what) is not { } row)
            {
                return false;
            }

            rows.Add(row);
            return true;
        }

        int index = 0;
        bool sound = true;
        foreach (JsonValue element in value.Elements)
        {
            sound &= ReadAxis(scope, element, FileScope.Element(what, index++), shape, axis + 1, rows);
        }

        return sound;
    }
}
