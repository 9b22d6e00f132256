using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>A candidate and its time by row.</summary>
internal sealed record CandidateTime(CandidateKind Kind, string Name, Measurement Time);
