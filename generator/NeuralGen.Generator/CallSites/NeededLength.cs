namespace NeuralGen.Generator.CallSites;

/// <summary>The length that a parameter needs.</summary>
/// <param name="Value">The length, or for a batch that of a sample.</param>
/// <param name="Constant">The constant of the network that says so.</param>
/// <param name="IsBatch">Whether it is that of one sample of a batch of any size.</param>
internal sealed record NeededLength(int Value, string Constant, bool IsBatch)
{
    /// <summary>Whether more will do, too.</summary>
    public bool MayBeLonger { get; init; }
}
