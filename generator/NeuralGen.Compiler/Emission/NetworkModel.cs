using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission;

/// <summary>All that the code of one network is written from.</summary>
/// <param name="Target">The type that the members join.</param>
/// <param name="Network">The network, or null when it is broken and its members only stand in.</param>
/// <param name="Signature">What callers see.</param>
internal sealed record NetworkModel(TargetType Target, Network? Network, NetworkSignature Signature);
