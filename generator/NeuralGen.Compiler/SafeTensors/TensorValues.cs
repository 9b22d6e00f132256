namespace NeuralGen.Compiler.SafeTensors;

/// <summary>The values of a tensor, read piece by piece: a large file is never in memory as a whole.</summary>
/// <param name="stream">The file.</param>
/// <param name="file">What its header says.</param>
/// <param name="tensor">The tensor.</param>
internal sealed class TensorValues(Stream stream, SafeTensorsFile file, TensorEntry tensor)
{
    private byte[] _bytes = [];
    private long _next;

    /// <summary>Reads the next values as 32-bit floats, each rounded once if it is none.</summary>
    /// <param name="target">Receives them.</param>
    /// <returns>How many there were: as many as the target has room for, fewer at the end, then none.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public int Read(float[] target)
    {
        int count = ReadBytes(target.Length);
        ValueDecoder.Decode(_bytes, count, tensor.Type, target);
        return count;
    }

    /// <summary>Reads the next values as 64-bit floats: exactly, but for whole numbers beyond 2^53.</summary>
    /// <inheritdoc cref="Read(float[])"/>
    public int Read(double[] target)
    {
        int count = ReadBytes(target.Length);
        ValueDecoder.Decode(_bytes, count, tensor.Type, target);
        return count;
    }

    /// <summary>Reads so many bytes.</summary>
    /// <exception cref="EndOfStreamException">The stream has fewer.</exception>
    internal static void Fill(Stream stream, byte[] bytes, int count)
    {
        for (int read = 0; read < count;)
        {
            int more = stream.Read(bytes, read, count - read);
            read += more > 0 ? more : throw new EndOfStreamException();
        }
    }

    private int ReadBytes(int most)
    {
        int size = tensor.Type.Size();
        int count = (int)Math.Min(most, tensor.Count - _next);
        if (_bytes.Length < count * size)
        {
            _bytes = new byte[count * size];
        }

        // Several tensors may be read in turn.
        stream.Position = file.DataStart + tensor.Begin + (_next * size);
        Fill(stream, _bytes, count * size);
        _next += count;
        if (!BitConverter.IsLittleEndian)
        {
            for (int i = 0; i < count; i++)
            {
                Array.Reverse(_bytes, i * size, size);
            }
        }

        return count;
    }
}
