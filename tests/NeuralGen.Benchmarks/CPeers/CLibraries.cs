using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.CPeers;

/// <summary>Finds what Peers/build_c_peers.sh compiled: by the environment variable NEURALGEN_C_PEERS, and in Peers/c beside
/// or above the program.</summary>
internal static class CLibraries
{
    private const string Variable = "NEURALGEN_C_PEERS";
    private const string Extension = ".so";

    private static readonly string? Folder = Places().FirstOrDefault(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, $"*{Extension}").Any());

    /// <summary>Gets whether there are any.</summary>
    public static bool Exist => Folder is not null;

    /// <summary>Gets a sentence about what was found.</summary>
    public static string Remark => Exist
        ? $"C, unrolled and as loops, by {Compilers}, each with -O3 -march=native, with and without -ffast-math."
        : $"C is left out: nothing compiled by {Variable} or in Peers/c (see Peers/build_c_peers.sh).";

    private static string Compilers
    {
        get
        {
            string file = Path.Combine(Folder!, "compilers.txt");
            return File.Exists(file) ? string.Join(" and ", File.ReadLines(file)) : "unknown compilers";
        }
    }

    /// <summary>Gets the variants of a network: files such as 4-8-3.gcc.fast-math.loops.so.</summary>
    public static CLibrary[] Of(string network) => Folder is null ? [] :
    [
        .. Directory.EnumerateFiles(Folder, $"{network}.*{Extension}")
            .Order(StringComparer.Ordinal)
            .Select(path => new CLibrary(Path.GetFileName(path)[(network.Length + 1)..^Extension.Length].Replace('.', ' '), path)),
    ];

    private static IEnumerable<string> Places() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named] : PeerFolders.Places("c");
}
