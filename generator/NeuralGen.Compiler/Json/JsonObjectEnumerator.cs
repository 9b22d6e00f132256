namespace NeuralGen.Compiler.Json;

/// <summary>The members of an object: both the sequence and, as a copy, its enumerator.</summary>
internal struct JsonObjectEnumerator
{
    private readonly JsonDocument _document;
    private int _index;
    private int _next;
    private int _remaining;

    /// <summary>Starts before the first of the members of the object at an index of the tape.</summary>
    public JsonObjectEnumerator(JsonDocument document, int @object, int count)
    {
        _document = document;
        _index = @object;
        _next = @object + 1;
        _remaining = count;
    }

    /// <summary>The member reached by <see cref="MoveNext"/>.</summary>
    public readonly JsonMember Current => new(_document, _index);

    /// <summary>An enumerator at this one's position.</summary>
    public readonly JsonObjectEnumerator GetEnumerator() => this;

    /// <summary>Steps to the next member; false after the last.</summary>
    public bool MoveNext()
    {
        if (_remaining == 0)
        {
            return false;
        }

        _remaining--;
        _index = _next;
        _next += 1 + _document.Token(_index + 1).Extent;
        return true;
    }
}
