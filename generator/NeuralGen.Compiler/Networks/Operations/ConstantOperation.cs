using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Values that are known when the network is built, and that training does not change.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Output">The tensor that has them.</param>
/// <param name="Type">What they are.</param>
/// <param name="Floats">The values, where they are floating-point numbers; null for others.</param>
/// <param name="Wholes">The values, where they are whole numbers or truth values, which are 1 and 0.</param>
internal sealed record ConstantOperation(string Layer, int Output, ElementType Type, NetworkNumbers? Floats, EquatableArray<long> Wholes)
    : Operation(Layer, new EquatableArray<int>([]), Output)
{
    /// <summary>The largest magnitude up to which the interpreter's numbers are all whole numbers.</summary>
    public const long MostExact = 1L << 53;

    /// <inheritdoc/>
    public override string Kind => "constant";

    /// <inheritdoc/>
    public override IEnumerable<NetworkNumbers> Numbers => Floats is null ? [] : [Floats];

    /// <summary>How many values there are.</summary>
    public int Count => Floats?.Count ?? Wholes.Count;

    /// <summary>Whether the interpreter computes with the values as they are.</summary>
    public bool IsExact => Floats?.IsKnown ?? Wholes.All(value => value is <= MostExact and >= -MostExact);

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Floats?.ToArray() ?? [.. Wholes.Select(value => (double)value)];

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) =>
        Numbers.All(numbers => numbers.IsKnown) ? [.. Evaluate((double[][])[]).Select(value => double.IsNaN(value) ? Interval.Any : Interval.Of(value))] : base.Bounds(inputs, size);
}
