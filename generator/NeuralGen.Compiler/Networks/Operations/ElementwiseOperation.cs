using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>An operation whose outputs each depend on the input at the same position only.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensors it reads, all of one size.</param>
/// <param name="Output">The tensor it writes, of the same size.</param>
internal abstract record ElementwiseOperation(string Layer, EquatableArray<int> Inputs, int Output)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override bool IsInPlace(int input) => true;

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed) => (bool[])needed.Clone();
}
