using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Json;

/// <summary>
/// The tokens of a text in the order of their first characters: a container precedes what it contains, a member's
/// name precedes its value.
/// </summary>
/// <param name="capacity">How many tokens there probably are.</param>
internal sealed class JsonTape(int capacity)
{
    private JsonToken[] _tokens = new JsonToken[Math.Max(capacity, 64)];

    /// <summary>The number of tokens so far.</summary>
    public int Count { get; private set; }

    /// <summary>The token at an index, in place.</summary>
    public ref JsonToken this[int index] => ref _tokens[index];

    /// <summary>Appends a token without content.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public void Add(int start, int length)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, Count * 2);
        }

        _tokens[Count++] = new JsonToken { Start = start, Length = length, Extent = 1 };
    }
}
