using NeuralGen.Benchmarks.CPeers;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>Who takes part, and who does not.</summary>
internal static class Participants
{
    /// <summary>Gets a sentence each.</summary>
    public static string[] Remarks => [.. new[] { OnnxLibrary.Remark, CLibraries.Remark, PackagePeers.Remark, NetworkSuites.Remark }.OfType<string>()];
}
