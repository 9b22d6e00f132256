namespace NeuralGen.Compiler.SafeTensors;

/// <summary>What a tensor's values are, by the format's own names.</summary>
internal enum DataType
{
    /// <summary>64-bit floats.</summary>
    F64,

    /// <summary>32-bit floats.</summary>
    F32,

    /// <summary>16-bit floats of IEEE 754: 5 bits of exponent, 10 of fraction.</summary>
    F16,

    /// <summary>The upper half of 32-bit floats.</summary>
    BF16,

    /// <summary>Signed 64-bit whole numbers.</summary>
    I64,

    /// <summary>Signed 32-bit whole numbers.</summary>
    I32,

    /// <summary>Signed 16-bit whole numbers.</summary>
    I16,

    /// <summary>Signed bytes.</summary>
    I8,

    /// <summary>Unsigned bytes.</summary>
    U8,

    /// <summary>A byte each: 0, or true.</summary>
    BOOL,
}
