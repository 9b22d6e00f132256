namespace NeuralGen.Compiler.Values;

/// <summary>The names of element types in JSON files.</summary>
internal static class ElementTypes
{
    private static readonly (string Name, ElementType Type)[] Known =
    [
        ("float", ElementType.Float),
        ("int", ElementType.Int),
        ("long", ElementType.Long),
        ("bool", ElementType.Bool),
        ("byte", ElementType.Byte),
        ("sbyte", ElementType.SByte),
    ];

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => Known.Select(known => known.Name);

    /// <summary>The type of a name; null when there is none.</summary>
    public static ElementType? Find(string name)
    {
        int index = Array.FindIndex(Known, known => known.Name == name);
        return index < 0 ? null : Known[index].Type;
    }

    /// <summary>The name of a type.</summary>
    public static string Name(ElementType type) => Array.Find(Known, known => known.Type == type).Name;

    /// <summary>How many bytes an element takes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="precision">The network's precision.</param>
    public static int Size(ElementType type, Precision precision) => type switch
    {
        ElementType.Float => precision == Precision.Single ? 4 : 8,
        ElementType.Int => 4,
        ElementType.Long => 8,
        _ => 1,
    };

    /// <summary>Whether a number is one of the values of the type.</summary>
    public static bool Holds(this ElementType type, double value) => type switch
    {
        ElementType.Float => true,
        ElementType.Bool => value is 0 or 1,
        ElementType.Int => value is >= int.MinValue and <= int.MaxValue && Math.Floor(value) == value,
        ElementType.Byte => value is >= byte.MinValue and <= byte.MaxValue && Math.Floor(value) == value,
        ElementType.SByte => value is >= sbyte.MinValue and <= sbyte.MaxValue && Math.Floor(value) == value,
        _ => value is >= long.MinValue and <= long.MaxValue && Math.Floor(value) == value,
    };

    /// <summary>Whether the elements are whole numbers.</summary>
    public static bool IsInteger(this ElementType type) => type is not (ElementType.Float or ElementType.Bool);
}
