namespace NeuralGen.Benchmarks.CPeers;

/// <summary>A network compiled from C; the variant says by what and from which code, as in "gcc fast-math loops".</summary>
internal sealed record CLibrary(string Variant, string Path);
