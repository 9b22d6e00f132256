namespace NeuralGen.Compiler.Json;

/// <summary>
/// A parsed JSON text: the text and a flat list of tokens, no object per value, so a file of a million numbers stays
/// cheap.
/// </summary>
/// <remarks>
/// Accepts RFC 8259 and, beyond it: comments, one trailing comma per array or object, a leading byte-order mark, and
/// the numbers <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>. Repeated member names are kept.
/// </remarks>
internal sealed class JsonDocument
{
    /// <summary>Most of a large file is numbers, with at least so many characters each, comma and space included.</summary>
    private const int CharactersPerToken = 10;

    private readonly JsonTape _tape;

    private JsonDocument(string text, JsonTape tape)
    {
        Text = text;
        _tape = tape;
    }

    /// <summary>The text that was parsed; all offsets refer to it.</summary>
    public string Text { get; }

    /// <summary>The text's one outermost value.</summary>
    public JsonValue Root => new(this, 0);

    /// <summary>Parses a text. Exactly one of the result and <paramref name="error"/> is not null.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static JsonDocument? TryParse(
        string text,
        out JsonError? error,
        CancellationToken cancellationToken = default)
    {
        JsonCursor cursor = new(text);
        JsonTape tape = new(text.Length / CharactersPerToken);
        bool parsed = new JsonParser(cursor, tape, cancellationToken).Parse();
        error = cursor.Error;
        return parsed ? new JsonDocument(text, tape) : null;
    }

    /// <summary>The token at an index of the tape.</summary>
    internal ref readonly JsonToken Token(int index) => ref _tape[index];
}
