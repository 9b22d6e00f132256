using System.Buffers.Binary;
using System.Globalization;
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

    /// <summary>Computes a sum over rows that lie in several processes: the same whichever process has which.</summary>
    public static string Of<T>(ITrainingGroup group, Dataset<T>? data)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RowPart part = RowPart.Of(group, data?.Rows ?? 0);
        ulong sum = 0;
        byte[] digest = new byte[SHA256.HashSizeInBytes];
        byte[] number = new byte[sizeof(int)];
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int index = 0; index < part.Count; index++)
        {
            DatasetRow<T> row = data!.Row(index);
            BinaryPrimitives.WriteInt32LittleEndian(number, part.Start + index);
            hash.AppendData(number);
            Append(hash, row.Input);
            Append(hash, row.Target);
            hash.GetHashAndReset(digest);
            sum += BinaryPrimitives.ReadUInt64LittleEndian(digest);
        }

        ulong total = group.GatherNumbers<ulong>([sum]).Aggregate(0UL, (one, other) => unchecked(one + other));
        return part.Total == 0 ? "none" : total.ToString("X16", CultureInfo.InvariantCulture);
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
