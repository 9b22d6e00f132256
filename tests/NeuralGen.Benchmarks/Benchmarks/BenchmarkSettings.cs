using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NeuralGen.Benchmarks.OnnxRuntime;

namespace NeuralGen.Benchmarks.Benchmarks;

/// <summary>How BenchmarkDotNet runs here.</summary>
internal static class BenchmarkSettings
{
    /// <summary>In this process, whatever job the options name: a project of its own for each would compile the networks
    /// again. ONNX Runtime takes part only where it is installed.</summary>
    public static IConfig Create()
    {
        Console.WriteLine(OnnxLibrary.Remark);
        ManualConfig settings = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator());
        return OnnxLibrary.Functions is null
            ? settings.AddFilter(new NameFilter(name => name != nameof(SamplePrediction<>.OnnxRuntime)))
            : settings;
    }
}
