namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>A layer cannot go step by step.</summary>
/// <param name="layer">The layer; null for the network as a whole.</param>
/// <param name="reason">Why, in words that go on after the layer.</param>
internal sealed class StepException(string? layer, string reason) : Exception(reason)
{
    /// <summary>The layer; null for the network as a whole.</summary>
    public string? Layer => layer;

    /// <summary>Whether the layer needs another axis to be time.</summary>
    public bool IsAxis { get; init; }
}
