namespace NeuralGen.Compiler.Json;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    /// <summary>Members in braces.</summary>
    Object,

    /// <summary>Elements in brackets.</summary>
    Array,

    /// <summary>Text in double quotes.</summary>
    String,

    /// <summary>A number, or one of the literals <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    Number,

    /// <summary>The literal <c>true</c>.</summary>
    True,

    /// <summary>The literal <c>false</c>.</summary>
    False,

    /// <summary>The literal <c>null</c>.</summary>
    Null,
}
