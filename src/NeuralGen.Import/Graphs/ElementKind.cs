namespace NeuralGen.Import.Graphs;

/// <summary>What elements of a tensor are, by the format's numbers.</summary>
internal enum ElementKind
{
    /// <summary>Not said.</summary>
    Undefined = 0,

    /// <summary>32-bit floats.</summary>
    Float = 1,

    /// <summary>Unsigned bytes.</summary>
    UInt8 = 2,

    /// <summary>Signed bytes.</summary>
    Int8 = 3,

    /// <summary>Unsigned 16-bit numbers.</summary>
    UInt16 = 4,

    /// <summary>Signed 16-bit numbers.</summary>
    Int16 = 5,

    /// <summary>Signed 32-bit numbers.</summary>
    Int32 = 6,

    /// <summary>Signed 64-bit numbers.</summary>
    Int64 = 7,

    /// <summary>Texts.</summary>
    String = 8,

    /// <summary>Truth values.</summary>
    Bool = 9,

    /// <summary>16-bit floats of IEEE 754.</summary>
    Float16 = 10,

    /// <summary>64-bit floats.</summary>
    Double = 11,

    /// <summary>Unsigned 32-bit numbers.</summary>
    UInt32 = 12,

    /// <summary>Unsigned 64-bit numbers.</summary>
    UInt64 = 13,

    /// <summary>The upper half of 32-bit floats.</summary>
    BFloat16 = 16,
}
