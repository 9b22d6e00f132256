using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Thresholds;

/// <summary>A layer that can be computed in two ways.</summary>
/// <param name="Decision">What is decided.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Plain">The plain way.</param>
/// <param name="Other">The other way.</param>
/// <param name="IsOtherTaken">Whether the library takes the other way.</param>
internal sealed record Choice(string Decision, string Layer, ICandidate Plain, ICandidate Other, bool IsOtherTaken);
