using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NeuralGen.Benchmarks.CPeers;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Benchmarks;

/// <summary>How BenchmarkDotNet runs here.</summary>
internal static class BenchmarkSettings
{
    /// <summary>In this process, whatever job the options name: a project of its own for each would compile the networks
    /// again. ONNX Runtime and C take part only where they are installed.</summary>
    public static IConfig Create()
    {
        Console.WriteLine(string.Join('\n', Participants.Remarks));
        return ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator())
            .AddFilter(new NameFilter(name => OnnxLibrary.Functions is not null || name != nameof(SamplePrediction<>.OnnxRuntime)))
            .AddFilter(new NameFilter(name => CLibraries.Exist || name != nameof(SamplePrediction<>.C)));
    }
}
