namespace NeuralGen.Compiler.Emission.Text;

/// <summary>What is written for vectors of 4, 8 or 16 numbers.</summary>
/// <param name="Lanes">How many numbers a vector holds.</param>
/// <param name="Type">The type of a variable.</param>
/// <param name="Functions">The framework's functions of such vectors.</param>
/// <param name="MultiplyAdd">The product with a sum, rounded once.</param>
/// <param name="Max">The maximum in one instruction, which gives the second operand where either is NaN.</param>
internal sealed record VectorWidth(int Lanes, string Type, string Functions, string MultiplyAdd, string Max)
{
    private static readonly VectorWidth[] All =
    [
        new(16, VectorAliases.Floats16, VectorAliases.Vector512, $"{VectorAliases.Avx512}.FusedMultiplyAdd", $"{VectorAliases.Avx512}.Max"),
        new(8, VectorAliases.Floats8, VectorAliases.Vector256, $"{VectorAliases.Fma}.MultiplyAdd", $"{VectorAliases.Avx}.Max"),
        new(4, VectorAliases.Floats4, VectorAliases.Vector128, $"{VectorAliases.Fma}.MultiplyAdd", $"{VectorAliases.Sse}.Max"),
    ];

    /// <summary>The width of vectors with so many lanes.</summary>
    /// <param name="lanes">4, 8 or 16.</param>
    public static VectorWidth Of(int lanes) => All.First(width => width.Lanes == lanes);

    /// <summary>The first lanes of a wider vector.</summary>
    /// <param name="value">The wider vector.</param>
    /// <param name="lanes">How many lanes it has.</param>
    /// <returns>The value itself where it is no wider.</returns>
    public string FirstOf(string value, int lanes)
    {
        for (; lanes > Lanes; lanes /= 2)
        {
            value = $"{Of(lanes).Functions}.GetLower({value})";
        }

        return value;
    }
}
