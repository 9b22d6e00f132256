using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>Files of weights, put together as their format says.</summary>
internal static class WeightsFile
{
    /// <summary>A file with one tensor of 32-bit floats.</summary>
    public static byte[] Of(string tensor, float[] values) => WithHeader(
        string.Create(CultureInfo.InvariantCulture, $"{{\"{tensor}\":{{\"dtype\":\"F32\",\"shape\":[{values.Length}],\"data_offsets\":[0,{values.Length * sizeof(float)}]}}}}"), values);

    /// <summary>A file with a header and values.</summary>
    public static byte[] WithHeader(string header, float[] values)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. MemoryMarshal.AsBytes<float>(values)];
    }
}
