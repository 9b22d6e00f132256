using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>What the figures depend on.</summary>
internal static class Machine
{
    public static string Description => $"{Processor}, {VectorBits}-bit vectors, {RuntimeInformation.FrameworkDescription}";

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string Processor
    {
        get
        {
            const string Source = "/proc/cpuinfo";
            string? line = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
            return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
        }
    }
}
