namespace NeuralGen;

/// <summary>What the elements of an input are.</summary>
public enum ElementType
{
    /// <summary>Numbers of the network's <see cref="Precision"/>: <see cref="float"/> or <see cref="double"/>.</summary>
    Float,

    /// <summary>Whole numbers of 32 bits, <see cref="int"/>.</summary>
    Int,

    /// <summary>Whole numbers of 64 bits, <see cref="long"/>: what most frameworks count and index with.</summary>
    Long,

    /// <summary>True or false, <see cref="bool"/>.</summary>
    Bool,

    /// <summary>Whole numbers of 8 bits without a sign, <see cref="byte"/>.</summary>
    Byte,

    /// <summary>Whole numbers of 8 bits with a sign, <see cref="sbyte"/>.</summary>
    SByte,
}
