using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>A tensor of a file of weights.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements, as the file calls it.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Values">Its values, row-major; null where the compiler is not told, since there are too many.</param>
internal sealed record FileTensor(string Name, string Type, Shape Shape, NumberArray? Values)
{
    /// <summary>Where a program finds its values; null where no resource holds them.</summary>
    public StoredNumbers? Stored { get; init; }

    /// <summary>Whether the elements are floats.</summary>
    public bool IsFloat => Type is "F64" or "F32" or "F16" or "BF16";
}
