namespace NeuralGen.Benchmarks.Builds;

/// <summary>What a build took.</summary>
/// <param name="Seconds">From start to end.</param>
/// <param name="Bytes">The most memory of the compiler's process; 0 where it was not seen.</param>
internal readonly record struct BuildCost(double Seconds, long Bytes);
