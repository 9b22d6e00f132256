using System.Runtime.InteropServices;
using System.Text;

namespace NeuralGen.Benchmarks.OnnxRuntime;

/// <summary>Writes the parts of protocol buffers that a model needs: numbers, texts, bytes and messages.</summary>
internal sealed class MessageWriter
{
    private readonly List<byte> _bytes = [];

    /// <summary>Gets what was written.</summary>
    public byte[] ToArray() => [.. _bytes];

    public MessageWriter Number(int field, long value)
    {
        Variable(((ulong)field << 3) | 0);
        Variable((ulong)value);
        return this;
    }

    public MessageWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public MessageWriter Floats(int field, ReadOnlySpan<float> values) => Bytes(field, MemoryMarshal.AsBytes(values));

    public MessageWriter Message(int field, MessageWriter message) => Bytes(field, message.ToArray());

    private MessageWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Variable(((ulong)field << 3) | 2);
        Variable((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    private void Variable(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.Add((byte)(value | 0x80));
            value >>= 7;
        }

        _bytes.Add((byte)value);
    }
}
