using System.Runtime.InteropServices;
using System.Text;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>A model in the format ONNX, put together as its format says: max(0, x·weights + bias).</summary>
internal static class OnnxFile
{
    /// <summary>The file's bytes.</summary>
    /// <param name="operator">The operator behind the product.</param>
    /// <param name="inputs">How many values go in.</param>
    /// <param name="weights">The weights, a row per input.</param>
    /// <param name="bias">The bias.</param>
    public static byte[] Of(string @operator, int inputs, float[] weights, float[] bias) =>
    [
        .. Number(1, 8),
        .. Message(7, [
            .. Node("Gemm", ["x", "weights", "bias"], "h"),
            .. Node(@operator, ["h"], "y"),
            .. Text(2, "graph"),
            .. Tensor("weights", [inputs, bias.Length], weights),
            .. Tensor("bias", [bias.Length], bias),
            .. Port(11, "x", Message(1, Text(2, "N")), Message(1, Number(1, inputs))),
            .. Port(12, "y", Message(1, Text(2, "N")), Message(1, Number(1, bias.Length))),
        ]),
        .. Message(8, Number(2, 17)),
    ];

    private static byte[] Node(string @operator, string[] inputs, string output) =>
        Message(1, [.. inputs.SelectMany(input => Text(1, input)), .. Text(2, output), .. Text(3, output + "_node"), .. Text(4, @operator)]);

    private static byte[] Tensor(string name, int[] shape, float[] values) =>
        Message(5, [.. shape.SelectMany(size => Number(1, size)), .. Number(2, 1), .. Text(8, name), .. Message(9, MemoryMarshal.AsBytes<float>(values).ToArray())]);

    private static byte[] Port(int field, string name, params byte[][] sizes) =>
        Message(field, [.. Text(1, name), .. Message(2, Message(1, [.. Number(1, 1), .. Message(2, [.. sizes.SelectMany(size => size)])]))]);

    private static byte[] Text(int field, string text) => Message(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Number(int field, long value) => [.. Variable((ulong)field << 3), .. Variable((ulong)value)];

    private static byte[] Message(int field, byte[] bytes) => [.. Variable(((ulong)field << 3) | 2), .. Variable((ulong)bytes.Length), .. bytes];

    private static List<byte> Variable(ulong value)
    {
        List<byte> bytes = [];
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return bytes;
    }
}
