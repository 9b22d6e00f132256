using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NeuralGen.Training;

/// <summary>Tells data sets apart that have the same sizes.</summary>
internal static class DataChecksum
{
    /// <summary>Computes the first 64 bits of the SHA-256 of the inputs and the targets, as text.</summary>
    public static string Of<T>(Dataset<T>? data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (data is null)
        {
            return "none";
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, data.Inputs);
        Append(hash, data.Targets);
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(values));
            return;
        }

        byte[] bytes = MemoryMarshal.AsBytes(values).ToArray();
        CheckpointByteOrder.Normalize<T>(bytes);
        hash.AppendData(bytes);
    }
}
