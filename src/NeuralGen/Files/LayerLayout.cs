namespace NeuralGen;

/// <summary>A layer in a file.</summary>
/// <param name="keys">The keys that do not change, as JSON without braces.</param>
internal sealed class LayerLayout(string keys)
{
    /// <summary>The keys that do not change, as JSON without braces.</summary>
    public string Keys => keys;

    /// <summary>The numbers.</summary>
    public List<NumberLayout> Numbers { get; } = [];
}
