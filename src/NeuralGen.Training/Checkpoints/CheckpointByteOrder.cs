using System.Runtime.CompilerServices;

namespace NeuralGen.Training;

/// <summary>The order of the bytes of numbers in a checkpoint: little-endian on every machine.</summary>
internal static class CheckpointByteOrder
{
    /// <summary>Changes bytes of the machine's order into the file's, or back.</summary>
    public static void Normalize<T>(Span<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            return;
        }

        for (int start = 0; start < bytes.Length; start += Unsafe.SizeOf<T>())
        {
            bytes.Slice(start, Unsafe.SizeOf<T>()).Reverse();
        }
    }
}
