namespace NeuralGen.Compiler.SafeTensors;

/// <summary>What is known of data types.</summary>
internal static class DataTypes
{
    /// <summary>All names, as messages list them.</summary>
    public const string Names = "F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL";

    /// <summary>Finds a type by its name, letter case included; names are no numbers.</summary>
    public static bool TryParse(string name, out DataType type) =>
        Enum.TryParse(name, ignoreCase: false, out type) && type.ToString() == name;

    /// <summary>The number of bytes of a value.</summary>
    public static int Size(this DataType type) => type switch
    {
        DataType.F64 or DataType.I64 => 8,
        DataType.F32 or DataType.I32 => 4,
        DataType.F16 or DataType.BF16 or DataType.I16 => 2,
        _ => 1,
    };

    /// <summary>Whether values are floats.</summary>
    public static bool IsFloat(this DataType type) => type is DataType.F64 or DataType.F32 or DataType.F16 or DataType.BF16;

    /// <summary>Whether every value is a 32-bit float, too.</summary>
    public static bool FitsSingle(this DataType type) => type is not (DataType.F64 or DataType.I64 or DataType.I32);
}
