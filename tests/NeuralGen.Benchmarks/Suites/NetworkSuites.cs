using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.Suites;

/// <summary>All networks of the tables.</summary>
internal static class NetworkSuites
{
    public static readonly INetworkSuite[] All =
    [
        new NetworkSuite<Dense2x2x1>(),
        new NetworkSuite<Dense2x2x2x1>(),
        new NetworkSuite<Dense4x8x3>(),
        new NetworkSuite<Dense64x32x10>(),
        new NetworkSuite<Dense10x100x100x1>(),
        new NetworkSuite<Penguins>(),
#if LARGE_NETWORKS
        new NetworkSuite<Dense784x128x10>(),
        new NetworkSuite<Dense784x512x512x10>(),
#endif
    ];

    /// <summary>Gets those of the names, or all where none is given.</summary>
    public static INetworkSuite[] Named(IReadOnlyCollection<string> names) =>
        [.. All.Where(suite => names.Count == 0 || names.Contains(suite.Name))];

    /// <summary>Gets a remark where the large networks are not there.</summary>
    public static string? Remark =>
#if LARGE_NETWORKS
        null;
#else
        "784-128-10 and 784-512-512-10 are left out: write their files by 'prepare', then build again.";
#endif
}
