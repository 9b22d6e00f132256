namespace NeuralGen.Compiler.Values;

/// <summary>What the elements of a tensor are.</summary>
internal enum ElementType
{
    /// <summary>Numbers of the network's precision.</summary>
    Float,

    /// <summary>Whole numbers of 32 bits.</summary>
    Int,

    /// <summary>Whole numbers of 64 bits.</summary>
    Long,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>Whole numbers of 8 bits without a sign.</summary>
    Byte,

    /// <summary>Whole numbers of 8 bits with a sign.</summary>
    SByte,
}
