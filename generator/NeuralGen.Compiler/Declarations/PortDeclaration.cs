using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>An input or an output of a network as declared.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="Shape">Its shape; null when it was left out or could not be read.</param>
/// <param name="Type">What its elements are, in the spelling of JSON files; null for numbers of the network's precision.</param>
/// <param name="From">The layer whose tensor an output is; null when it is that of its name.</param>
internal sealed record PortDeclaration(string? Name, Shape? Shape, string? Type, string? From = null)
{
    /// <summary>Whether it has a name that could not be read, which has been reported.</summary>
    public bool IsNameUnreadable { get; init; }
}
