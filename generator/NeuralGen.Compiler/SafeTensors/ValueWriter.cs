namespace NeuralGen.Compiler.SafeTensors;

/// <summary>Writes numbers as little-endian bytes.</summary>
/// <param name="stream">Where to write; it stays open.</param>
internal sealed class ValueWriter(Stream stream)
{
    private byte[] _bytes = [];

    /// <summary>Writes the first of these numbers as 32-bit floats.</summary>
    public void Write(float[] values, int count) => Write(values, count, sizeof(float));

    /// <summary>Writes the first of these numbers as 64-bit floats.</summary>
    public void Write(double[] values, int count) => Write(values, count, sizeof(double));

    private void Write(Array values, int count, int size)
    {
        if (_bytes.Length < count * size)
        {
            _bytes = new byte[count * size];
        }

        Buffer.BlockCopy(values, 0, _bytes, 0, count * size);
        for (int i = 0; !BitConverter.IsLittleEndian && i < count; i++)
        {
            Array.Reverse(_bytes, i * size, size);
        }

        stream.Write(_bytes, 0, count * size);
    }
}
