using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks;

/// <summary>A tensor that goes into a network or comes out of it, as callers see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape, for one sample; null when a mistake hides it.</param>
/// <param name="Type">What its elements are.</param>
internal sealed record Port(string Name, Shape? Shape, ElementType Type = ElementType.Float)
{
    /// <summary>How many values it has; 0 when a mistake hides that.</summary>
    public int Size => Shape?.Size ?? 0;
}
