using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json;

/// <summary>The elements of an array: both the sequence and, as a copy, its enumerator.</summary>
internal struct JsonArrayEnumerator
{
    private readonly JsonDocument _document;
    private int _index;
    private int _next;
    private int _remaining;

    /// <summary>Starts before the first of the elements of the array at an index of the tape.</summary>
    public JsonArrayEnumerator(JsonDocument document, int array, int count)
    {
        _document = document;
        _index = array;
        _next = array + 1;
        _remaining = count;
    }

    /// <summary>The element reached by <see cref="MoveNext"/>.</summary>
    public readonly JsonValue Current => new(_document, _index);

    /// <summary>An enumerator at this one's position.</summary>
    public readonly JsonArrayEnumerator GetEnumerator() => this;

    /// <summary>Steps to the next element; false after the last.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public bool MoveNext()
    {
        if (_remaining == 0)
        {
            return false;
        }

        _remaining--;
        _index = _next;
        _next += _document.Token(_index).Extent;
        return true;
    }
}
