using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json;

/// <summary>A value within a document. The default instance belongs to no document and must not be used.</summary>
internal readonly struct JsonValue(JsonDocument document, int index)
{
    /// <summary>What the value is.</summary>
    public JsonKind Kind
    {
        [MethodImpl(ColdBuild.Optimized)]
        get => document.Text[Start] switch
        {
            '{' => JsonKind.Object,
            '[' => JsonKind.Array,
            '"' => JsonKind.String,
            't' => JsonKind.True,
            'f' => JsonKind.False,
            'n' => JsonKind.Null,
            _ => JsonKind.Number,
        };
    }

    /// <summary>The offset of the value's first character; quotes and brackets belong to the value.</summary>
    public int Start => document.Token(index).Start;

    /// <summary>The number of the value's characters, including everything inside.</summary>
    public int Length => document.Token(index).Length;

    /// <summary>The number of elements of an array or members of an object; 0 for all else.</summary>
    public int Count => document.Token(index).Count;

    /// <summary>The value as it is written.</summary>
    public string Raw => document.Text.Substring(Start, Length);

    /// <summary>Whether this is a number written without fraction and exponent.</summary>
    public bool IsInteger => Kind == JsonKind.Number && JsonNumber.IsInteger(document.Text, Start, Length);

    /// <summary>The elements of an array; empty for all else.</summary>
    public JsonArrayEnumerator Elements => new(document, index, Kind == JsonKind.Array ? Count : 0);

    /// <summary>The members of an object in the order of the text; empty for all else.</summary>
    public JsonObjectEnumerator Members => new(document, index, Kind == JsonKind.Object ? Count : 0);

    /// <summary>
    /// The element of an array at a position: at once if no element before the array's end contains another, else in
    /// as many steps as there are elements before it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element, or this is no array.</exception>
    public JsonValue this[int position]
    {
        get
        {
            if (Kind != JsonKind.Array || (uint)position >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(position));
            }

            int element = index + 1;
            if (document.Token(index).Extent == Count + 1)
            {
                return new(document, element + position);
            }

            for (int i = 0; i < position; i++)
            {
                element += document.Token(element).Extent;
            }

            return new(document, element);
        }
    }

    /// <summary>The characters a string stands for: without quotes, escapes resolved.</summary>
    /// <exception cref="InvalidOperationException">This is no string.</exception>
    public string GetString() => Kind == JsonKind.String
        ? JsonString.Decode(document.Text, Start, Length)
        : throw new InvalidOperationException($"The value is of kind {Kind}, not a string.");

    /// <summary>
    /// The double nearest to a number, ties to even. Too large a number becomes an infinity, too small a one a zero.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is no number.</exception>
    [MethodImpl(ColdBuild.Optimized)]
    public double GetDouble() => Kind == JsonKind.Number
        ? JsonNumber.ToDouble(document.Text, Start, Length)
        : throw new InvalidOperationException($"The value is of kind {Kind}, not a number.");

    /// <summary>Finds the first member of a name; false if there is none or this is no object.</summary>
    public bool TryGetMember(string name, out JsonValue value)
    {
        foreach (JsonMember member in Members)
        {
            if (member.IsNamed(name))
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
