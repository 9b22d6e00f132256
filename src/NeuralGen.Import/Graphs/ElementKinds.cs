namespace NeuralGen.Import.Graphs;

/// <summary>What is known of kinds of elements.</summary>
internal static class ElementKinds
{
    /// <summary>Whether elements are floats.</summary>
    public static bool IsFloat(this ElementKind kind) =>
        kind is ElementKind.Float or ElementKind.Double or ElementKind.Float16 or ElementKind.BFloat16;

    /// <summary>Whether elements are whole numbers.</summary>
    public static bool IsInteger(this ElementKind kind) => !kind.IsFloat() && kind is not (ElementKind.Bool or ElementKind.String or ElementKind.Undefined);

    /// <summary>Whether elements may go into a network and come out of it.</summary>
    public static bool IsPassed(this ElementKind kind) => kind.Word() is not null && !kind.IsWidened();

    /// <summary>Whether a network computes with more bits, or with a sign that the kind has not.</summary>
    public static bool IsWidened(this ElementKind kind) => kind is ElementKind.Int16 or ElementKind.UInt16 or ElementKind.UInt32 or ElementKind.UInt64;

    /// <summary>What a network computes with, by its name in <c>.nn.json</c> files; null where it has nothing for it.</summary>
    public static string? Word(this ElementKind kind) => kind switch
    {
        ElementKind.Int32 or ElementKind.Int16 or ElementKind.UInt16 => "int",
        ElementKind.Int64 or ElementKind.UInt32 or ElementKind.UInt64 => "long",
        ElementKind.Bool => "bool",
        ElementKind.UInt8 => "byte",
        ElementKind.Int8 => "sbyte",
        _ => kind.IsFloat() ? "float" : null,
    };

    /// <summary>The format's name, for messages.</summary>
    public static string Name(this ElementKind kind) => Enum.IsDefined(typeof(ElementKind), kind) ? kind.ToString().ToLowerInvariant() : $"number {(int)kind}";

    /// <summary>How many bytes an element takes in raw data; 0 where it is read otherwise.</summary>
    public static int Size(this ElementKind kind) => kind switch
    {
        ElementKind.Double or ElementKind.Int64 or ElementKind.UInt64 => 8,
        ElementKind.Float or ElementKind.Int32 or ElementKind.UInt32 => 4,
        ElementKind.Float16 or ElementKind.BFloat16 or ElementKind.Int16 or ElementKind.UInt16 => 2,
        ElementKind.Int8 or ElementKind.UInt8 or ElementKind.Bool => 1,
        _ => 0,
    };

    /// <summary>A whole number as the kind holds it: what does not fit wraps.</summary>
    public static long Wrap(this ElementKind kind, long value) => unchecked(kind switch
    {
        ElementKind.Int32 => (int)value,
        ElementKind.Int16 => (short)value,
        ElementKind.Int8 => (sbyte)value,
        ElementKind.UInt8 => (byte)value,
        ElementKind.UInt16 => (ushort)value,
        ElementKind.UInt32 => (uint)value,
        ElementKind.Bool => value != 0 ? 1 : 0,
        _ => value,
    });
}
