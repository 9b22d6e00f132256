using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Numbers;

/// <summary>
/// Numbers of a network that it knows by an identity: equal numbers of two layers are two, and operations that name the same ones
/// share them.
/// </summary>
/// <param name="Id">The identity within the network; passes that work out other numbers give new ones.</param>
/// <param name="Values">The numbers, row-major.</param>
internal sealed record NetworkNumbers(int Id, NumberArray Values)
{
    /// <summary>How many numbers there are.</summary>
    public int Count => Values.Count;

    /// <summary>How the program works them out, and then <see cref="Values"/> tell only how many there are; null for numbers that are given.</summary>
    public NumberDerivation? Derivation { get; init; }

    /// <summary>Whether the numbers are known; if not, the program reads them from a resource, or works them out from such.</summary>
    public bool IsKnown => Values.IsKnown && Derivation is null;

    /// <summary>The number at <paramref name="index"/>.</summary>
    public double this[int index] => Values[index];

    /// <summary>Whether every number is known to meet a condition.</summary>
    public bool All(Func<double, bool> condition) => IsKnown && Values.All(condition);

    /// <summary>A copy that the caller may change.</summary>
    public double[] ToArray() => Values.ToArray();
}
