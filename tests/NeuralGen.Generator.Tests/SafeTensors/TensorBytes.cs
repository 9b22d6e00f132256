using System.Buffers.Binary;
using System.Text;

namespace NeuralGen.Generator.Tests.SafeTensors;

/// <summary>Files put together by hand.</summary>
internal static class TensorBytes
{
    /// <summary>A header with its right length, and data of zeros.</summary>
    public static byte[] Of(string header, int dataLength = 0)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        return [.. Prefix((ulong)text.Length), .. text, .. new byte[dataLength]];
    }

    /// <summary>A header with one tensor, and data of zeros.</summary>
    public static byte[] OfTensor(string members, int dataLength) => Of("{\"t\":{" + members + "}}", dataLength);

    /// <summary>A member of a header.</summary>
    public static string Member(string name, string type, string shape, long begin, long end) =>
        FormattableString.Invariant($"\"{name}\":{{\"dtype\":\"{type}\",\"shape\":[{shape}],\"data_offsets\":[{begin},{end}]}}");

    /// <summary>The first 8 bytes of a file.</summary>
    public static byte[] Prefix(ulong length)
    {
        byte[] bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        return bytes;
    }
}
