using NeuralGen.Compiler.Emission.Text;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>What is written where a variable is a vector of a width: types and functions that have the width in their names.</summary>
/// <param name="Type">The type of a variable.</param>
/// <param name="Vector">The framework's functions of such vectors.</param>
/// <param name="RowLanes">The library's functions of such vectors.</param>
/// <param name="Spread">Makes a vector of a number.</param>
/// <param name="SquareRoot">The square root.</param>
/// <param name="MultiplyAdd">The product with a sum; null where that depends on the framework.</param>
/// <param name="Max">The maximum in one instruction, which gives the second operand where either is NaN; null where that depends on the framework.</param>
internal sealed record LaneWidth(string Type, string Vector, string RowLanes, string Spread, string SquareRoot, string? MultiplyAdd = null, string? Max = null)
{
    /// <summary>As wide as the machine likes.</summary>
    public static LaneWidth Machine { get; } = new(
        VectorAliases.Floats, VectorAliases.Vector, VectorAliases.RowLanes, $"new {VectorAliases.Floats}", $"{VectorAliases.Vector}.SquareRoot");

    /// <summary>512 bits, where the machine has instructions for them: <c>Vector</c> never is so wide.</summary>
    public static LaneWidth Wide { get; } = Of(VectorWidth.Of(16));

    /// <summary>How many numbers a vector holds.</summary>
    public string Count => $"{Type}.Count";

    private static LaneWidth Of(VectorWidth vector) => new(
        vector.Type, vector.Functions, VectorAliases.WideRowLanes, $"{vector.Functions}.Create", $"{vector.Functions}.Sqrt", vector.MultiplyAdd, vector.Max);
}
