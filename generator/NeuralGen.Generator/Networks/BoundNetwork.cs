namespace NeuralGen.Generator.Networks;

/// <summary>What binding makes of a declaration.</summary>
/// <param name="Network">The network, or null when there are errors.</param>
/// <param name="Signature">What callers see, as far as it is known.</param>
/// <param name="Tests">The examples that the network must reproduce.</param>
internal sealed record BoundNetwork(Network? Network, NetworkSignature Signature, EquatableArray<TestVector> Tests);
