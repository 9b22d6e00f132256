using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>The same values as elements of another type: numbers lose what stands behind the point, whole numbers wrap as in C#.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes, of the same shape.</param>
/// <param name="From">The type of the elements that it reads.</param>
/// <param name="To">The type of those that it writes.</param>
internal sealed record CastOperation(string Layer, EquatableArray<int> Inputs, int Output, ElementType From, ElementType To)
    : ElementwiseOperation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "cast";

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Array.ConvertAll(inputs[0], Convert);

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) => To == ElementType.Float ? inputs[0] : base.Bounds(inputs, size);

    private double Convert(double value) => To switch
    {
        ElementType.Float => value,
        ElementType.Bool => value != 0 ? 1 : 0,
        ElementType.Int => unchecked((int)(long)value),
        ElementType.Byte => unchecked((byte)(long)value),
        ElementType.SByte => unchecked((sbyte)(long)value),
        _ => Math.Truncate(value),
    };
}
