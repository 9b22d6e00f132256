namespace NeuralGen.Benchmarks.Builds;

/// <summary>The builds of a project.</summary>
/// <param name="Weights">How many weights its network has; 0 without a network.</param>
/// <param name="Seconds">The median of the times with a compiler process for each build.</param>
/// <param name="Bytes">The median of these processes' memory.</param>
/// <param name="ServerSeconds">The median of the times with a compiler server.</param>
internal sealed record BuildRow(int Weights, double Seconds, double Bytes, double ServerSeconds);
