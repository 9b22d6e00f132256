namespace NeuralGen.Compiler.Json;

/// <summary>
/// One value or member name of a parsed text, in 16 bytes. Its kind is not stored: the text's character at
/// <see cref="Start"/> tells it.
/// </summary>
internal struct JsonToken
{
    /// <summary>The offset of the first character.</summary>
    public int Start;

    /// <summary>The number of characters, including those of everything inside.</summary>
    public int Length;

    /// <summary>The number of elements or members; 0 for anything but arrays and objects.</summary>
    public int Count;

    /// <summary>The number of tokens to step over to leave this one: itself and everything inside.</summary>
    public int Extent;
}
