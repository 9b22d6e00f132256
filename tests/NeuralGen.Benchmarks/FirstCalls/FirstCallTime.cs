using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.FirstCalls;

/// <summary>The times of the first two predictions of fresh processes.</summary>
internal sealed record FirstCallTime(string Network, CandidateKind Kind, Spread First, Spread Second);
