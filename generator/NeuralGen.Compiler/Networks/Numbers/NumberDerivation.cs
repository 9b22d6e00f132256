namespace NeuralGen.Compiler.Networks.Numbers;

/// <summary>
/// How the program works numbers out when it first needs them, in double precision, since the compiler does not know what they
/// come from: what a batch normalisation makes of itself and of the layer before it.
/// </summary>
/// <param name="Part">What they are.</param>
/// <param name="Layer">The normalisation's layer.</param>
/// <param name="Gamma">Its factors.</param>
/// <param name="Variance">Its variances.</param>
/// <param name="Epsilon">What keeps the root from zero.</param>
internal sealed record NumberDerivation(DerivedPart Part, string Layer, NetworkNumbers Gamma, NetworkNumbers Variance, double Epsilon)
{
    /// <summary>The layer before it, where numbers are of that.</summary>
    public string Folded { get; init; } = "";

    /// <summary>The numbers of the layer before it; null for a bias that it does not have, and for factors.</summary>
    public NetworkNumbers? Source { get; init; }

    /// <summary>The means, where a bias needs them.</summary>
    public NetworkNumbers? Mean { get; init; }

    /// <summary>The offsets, where a bias needs them.</summary>
    public NetworkNumbers? Beta { get; init; }
}
