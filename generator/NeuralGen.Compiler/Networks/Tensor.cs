using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks;

/// <summary>A value that flows between operations: an input of the network or what an operation computes.</summary>
/// <param name="Name">The name of the layer that computes it, or of the input.</param>
/// <param name="Shape">Its sizes along its axes, for one sample.</param>
/// <param name="Type">What its elements are.</param>
internal sealed record Tensor(string Name, Shape Shape, ElementType Type = ElementType.Float)
{
    /// <summary>
    /// The largest size that is compiled: beyond it the compiler, which keeps a network in memory more than once, would fail
    /// in worse ways.
    /// </summary>
    public const int MostValues = 1 << 24;

    /// <summary>How many values it has.</summary>
    public int Size => Shape.Size;
}
