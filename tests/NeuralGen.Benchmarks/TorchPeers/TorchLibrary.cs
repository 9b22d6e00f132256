using System.Runtime.InteropServices;
using TorchSharp;

namespace NeuralGen.Benchmarks.TorchPeers;

/// <summary>Finds out whether the system can load TorchSharp's native library.</summary>
internal static class TorchLibrary
{
    private static readonly Lazy<bool> Loaded = new(() => NativeLibrary.TryLoad("LibTorchSharp", typeof(torch).Assembly, null, out _));

    /// <summary>Gets whether it loads. TorchSharp itself would copy half a gigabyte before it gives up.</summary>
    public static bool Loads => Loaded.Value;
}
