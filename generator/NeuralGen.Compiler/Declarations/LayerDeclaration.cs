using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>A layer as declared.</summary>
/// <param name="Type">Its type in the spelling of JSON files; null when the type is missing or unknown.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sources">The names of the tensors it reads; null for the layer before it.</param>
/// <param name="Arguments">Everything else that is said of it.</param>
internal sealed record LayerDeclaration(
    string? Type, string? Name, EquatableArray<string>? Sources, EquatableArray<LayerArgument> Arguments)
{
    /// <summary>Whether what it reads could be read itself; if not, nobody knows.</summary>
    public bool AreSourcesKnown { get; init; } = true;

    /// <summary>What the layer's tensors are called in the file of weights, before the dot; its name when left out.</summary>
    public string? Tensor { get; init; }

    /// <summary>The value of an argument, or null when it was left out.</summary>
    public DeclaredValue? Find(string argument) => Arguments.FirstOrDefault(candidate => candidate.Name == argument)?.Value;
}
