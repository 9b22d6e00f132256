using NeuralGen.Benchmarks.Candidates;
#if BENCHMARK_PEERS
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.OnnxRuntime;
using NeuralGen.Benchmarks.MlNetPeers;
using NeuralGen.Benchmarks.TorchPeers;
using TorchSharp;
#endif

namespace NeuralGen.Benchmarks.Suites;

/// <summary>Peers whose packages are large, so that only builds with the property BenchmarkPeers have them: ML.NET for predictions
/// of one sample, TorchSharp for gradients.</summary>
internal static class PackagePeers
{
#if BENCHMARK_PEERS
    /// <summary>Gets a sentence about each.</summary>
    public static string Remark =>
        $"ML.NET {Version(typeof(MLContext))}, an engine over a pipeline with ONNX Runtime {Version(typeof(OrtEnv))}, one thread. "
        + (TorchLibrary.Loads
            ? $"TorchSharp {Version(typeof(torch))}, one thread."
            : "TorchSharp is left out: its library does not load; it needs the libstdc++ of GCC 13.");

    /// <summary>Gets those that compute a workload.</summary>
    public static CandidateKind[] Kinds(Workload workload) => workload switch
    {
        Workload.Sample => [CandidateKind.MlNet],
        Workload.Batch => [],
        _ => TorchLibrary.Loads ? [CandidateKind.TorchSharp] : [],
    };

    /// <summary>Makes the candidates of a workload.</summary>
    public static IEnumerable<NamedCandidate> Of(Workload workload, Problem problem) =>
        Kinds(workload).Select(kind => new NamedCandidate(
            kind,
            CandidateKinds.NameOf(kind),
            kind == CandidateKind.MlNet ? new MlNetPrediction(problem) : new TorchGradient(problem)));

    /// <summary>The version of a package, without the commit behind it.</summary>
    private static string? Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
#else
    /// <summary>Gets a sentence about who is missing.</summary>
    public static string Remark =>
        "ML.NET, for predictions of one sample, and TorchSharp, for gradients, are left out: built without -p:BenchmarkPeers=true.";

    /// <summary>Gets those that compute a workload: none.</summary>
    public static CandidateKind[] Kinds(Workload _) => [];

    /// <summary>Makes no candidates.</summary>
    public static IEnumerable<NamedCandidate> Of(Workload _, Problem __) => [];
#endif
}
