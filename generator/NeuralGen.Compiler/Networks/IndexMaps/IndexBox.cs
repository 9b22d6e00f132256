using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.IndexMaps;

/// <summary>A box of an output whose values come from one input, by steps of the same length along each axis.</summary>
/// <param name="Starts">Where the box begins, per axis of the output.</param>
/// <param name="Sizes">How far it reaches, per axis.</param>
/// <param name="Input">The position of the input among those that are read.</param>
/// <param name="Offset">The position of the first value in that input.</param>
/// <param name="Steps">How far apart neighbours are in the input, per axis of the output; 0 where one value is repeated.</param>
internal sealed record IndexBox(EquatableArray<int> Starts, EquatableArray<int> Sizes, int Input, int Offset, EquatableArray<int> Steps)
{
    /// <summary>How many values it has.</summary>
    public int Count => Sizes.Aggregate(1, (product, size) => product * size);
}
