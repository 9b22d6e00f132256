using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>The tensors it reads, one behind the other.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensors it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Sizes">The size of each input.</param>
internal sealed record ConcatOperation(string Layer, EquatableArray<int> Inputs, int Output, EquatableArray<int> Sizes)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "concat";

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => [.. inputs.SelectMany(input => input)];

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        Array.Copy(needed, Sizes.Take(input).Sum(), result, 0, size);
        return result;
    }

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) => [.. inputs.SelectMany(input => input)];
}
