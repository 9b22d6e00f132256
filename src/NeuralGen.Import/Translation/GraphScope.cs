using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Translation;

/// <summary>The tensors of a graph by name; those of the graph around it are seen too.</summary>
/// <param name="outer">What is around it; null at the outside.</param>
/// <param name="take">What a tensor from around it is within; null where it is the same.</param>
internal sealed class GraphScope(GraphScope? outer, Func<Value, Value>? take = null)
{
    private readonly Dictionary<string, Func<Value>> _deferred = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    /// <summary>How deep it lies in others.</summary>
    public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

    /// <summary>Adds a tensor.</summary>
    public void Add(string name, Value value) => _values[name] = value;

    /// <summary>Adds a tensor that is read when it is asked for.</summary>
    public void Defer(string name, Func<Value> read) => _deferred[name] = read;

    /// <summary>Whether there is a tensor of that name in this very graph.</summary>
    public bool HasOwn(string name) => _values.ContainsKey(name) || _deferred.ContainsKey(name);

    /// <summary>Finds a tensor; null where there is none.</summary>
    public Value? Find(string name)
    {
        if (_values.TryGetValue(name, out Value? value))
        {
            return value;
        }

        if (_deferred.TryGetValue(name, out Func<Value>? read))
        {
            value = read();
            _values.Add(name, value);
            return value;
        }

        Value? outside = outer?.Find(name);
        return outside is { IsBroken: false } && take is not null ? take(outside) : outside;
    }
}
