namespace NeuralGen.Compiler.Json;

/// <summary>A member of an object: two neighbours on the tape, the name and the value.</summary>
internal readonly struct JsonMember(JsonDocument document, int index)
{
    /// <summary>The name, escapes resolved. Creates a string at every call.</summary>
    public string Name => JsonString.Decode(document.Text, NameStart, NameLength);

    /// <summary>The offset of the name's opening quote.</summary>
    public int NameStart => document.Token(index).Start;

    /// <summary>The number of characters of the name as it is written, quotes included.</summary>
    public int NameLength => document.Token(index).Length;

    /// <summary>The value.</summary>
    public JsonValue Value => new(document, index + 1);

    /// <summary>Whether this is the member's name; creates no string unless the name contains escapes.</summary>
    internal bool IsNamed(string name) => JsonString.Matches(document.Text, NameStart, NameLength, name);
}
