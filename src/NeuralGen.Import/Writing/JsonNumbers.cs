using System.Globalization;
using System.Text;
using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Writing;

/// <summary>Turns numbers into JSON.</summary>
internal static class JsonNumbers
{
    /// <summary>A number with the digits that its kind needs.</summary>
    public static string Text(double value, ElementKind kind) => kind == ElementKind.Double
        ? value.ToString("R", CultureInfo.InvariantCulture)
        : (float)value == value ? Short((float)value) : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A tensor's values as nested lists.</summary>
    public static string Nested(Literal values)
    {
        StringBuilder text = new();
        Nest(text, values, 0, 0, Dimensions.Steps(values.Shape));
        return text.ToString();
    }

    /// <summary>A list of whole numbers.</summary>
    public static string List(IEnumerable<int> values) => Dimensions.Text(values);

    /// <summary>The value at a place.</summary>
    public static string Text(Literal values, int index) =>
        values.Kind.IsFloat() ? Text(values.Number(index), values.Kind) : values.Integer(index).ToString(CultureInfo.InvariantCulture);

    private static string Short(float value)
    {
        string seven = value.ToString("G7", CultureInfo.InvariantCulture);
        return float.Parse(seven, CultureInfo.InvariantCulture) == value ? seven : value.ToString("G9", CultureInfo.InvariantCulture);
    }

    private static void Nest(StringBuilder text, Literal values, int axis, int start, int[] steps)
    {
        if (axis == values.Shape.Length)
        {
            text.Append(Text(values, start));
            return;
        }

        text.Append('[');
        for (int i = 0; i < values.Shape[axis]; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Nest(text, values, axis + 1, start + (i * steps[axis]), steps);
        }

        text.Append(']');
    }
}
