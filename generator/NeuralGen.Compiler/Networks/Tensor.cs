namespace NeuralGen.Compiler.Networks;

/// <summary>A value that flows between operations: the network's input or what an operation computes.</summary>
/// <param name="Name">The name of the layer that computes it, or <c>input</c>.</param>
/// <param name="Size">How many numbers it has.</param>
internal sealed record Tensor(string Name, int Size)
{
    /// <summary>
    /// The largest size that is compiled: beyond it the compiler, which keeps a network in memory more than once, would fail
    /// in worse ways.
    /// </summary>
    public const int MostValues = 1 << 24;
}
