using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>Elements of any type: one by itself, or in nested lists.</summary>
/// <param name="Shape">How many there are along each axis; no axes for one by itself.</param>
/// <param name="Values">The elements, row-major, as floating-point numbers; a truth value is 1 or 0.</param>
/// <param name="AreTruths">Whether they are written as truth values.</param>
internal sealed record DeclaredElements(Shape Shape, NumberArray Values, bool AreTruths) : DeclaredValue
{
    /// <summary>The same as whole numbers, where those say more: empty elsewhere, and 0 where one is none.</summary>
    public EquatableArray<long> Wholes { get; init; } = new([]);
}
