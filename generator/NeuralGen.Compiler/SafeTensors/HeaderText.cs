using System.Text;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>Reads the header of a file as text: 8 bytes that say how long it is, then JSON in UTF-8.</summary>
internal static class HeaderText
{
    /// <summary>The number of bytes before the header, which hold its length as a little-endian number.</summary>
    public const int PrefixLength = 8;

    /// <summary>The most bytes that the format allows a header to have.</summary>
    public const int Most = 100_000_000;

    /// <summary>Reads the header, up to the first byte of the data; null after a problem.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static string? Read(Stream stream, TensorProblems problems)
    {
        // What is allocated is bounded by what the file really has, whatever it says.
        long length = stream.Length - stream.Position;
        if (length < PrefixLength)
        {
            problems.Add($"{problems.File} has {length} bytes; a .safetensors file begins with {PrefixLength} that say how long its header is");
            return null;
        }

        ulong count = LittleEndian(ReadBytes(stream, PrefixLength));
        if (count > (ulong)(length - PrefixLength))
        {
            problems.Add($"{problems.File} says that its header has {count} bytes; behind the {PrefixLength} that say so it has {length - PrefixLength}");
            return null;
        }

        if (count > Most)
        {
            problems.Add($"The header of {problems.File} has {count} bytes; a .safetensors file has at most {Most}");
            return null;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(ReadBytes(stream, (int)count));
        }
        catch (DecoderFallbackException exception)
        {
            problems.Add($"The header of {problems.File} is no UTF-8 from byte {exception.Index} on");
            return null;
        }
    }

    private static ulong LittleEndian(byte[] bytes)
    {
        ulong value = 0;
        for (int i = PrefixLength - 1; i >= 0; i--)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    private static byte[] ReadBytes(Stream stream, int count)
    {
        byte[] bytes = new byte[count];
        TensorValues.Fill(stream, bytes, count);
        return bytes;
    }
}
