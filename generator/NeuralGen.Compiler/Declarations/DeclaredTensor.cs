using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>Numbers in nested lists.</summary>
/// <param name="Shape">How many there are along each axis.</param>
/// <param name="Values">The numbers, row-major.</param>
internal sealed record DeclaredTensor(Shape Shape, NumberArray Values) : DeclaredValue
{
    /// <summary>What messages call numbers that are not written in the declaration: the tensor and its file; null for others.</summary>
    public string? Origin { get; init; }
}
