using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Suites;

/// <summary>A candidate and what it is; the name tells those of one kind apart.</summary>
internal sealed record NamedCandidate(CandidateKind Kind, string Name, ICandidate Candidate);
