using System.Buffers.Binary;

namespace VoiceActivity;

/// <summary>A recording of one channel with 16 bits a sample.</summary>
/// <param name="Rate">Samples a second.</param>
/// <param name="Samples">The samples, between -1 and 1.</param>
internal sealed record Recording(int Rate, float[] Samples)
{
    private const int HeaderBytes = 12;
    private const float Largest = 32768;

    /// <summary>Reads a WAV file.</summary>
    /// <param name="stream">The file.</param>
    /// <exception cref="FormatException">It is none, or of another kind.</exception>
    public static Recording Read(Stream stream)
    {
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        if (bytes.Length < HeaderBytes || !bytes.AsSpan(0, 4).SequenceEqual("RIFF"u8) || !bytes.AsSpan(8, 4).SequenceEqual("WAVE"u8))
        {
            throw new FormatException("The file is no WAV file.");
        }

        int rate = 0;
        for (int at = HeaderBytes; at + 8 <= bytes.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4));
            if (length < 0 || length > bytes.Length - at - 8)
            {
                break;
            }

            ReadOnlySpan<byte> chunk = bytes.AsSpan(at + 8, length);
            if (bytes.AsSpan(at, 4).SequenceEqual("fmt "u8))
            {
                bool isKnown = length >= 16 && BinaryPrimitives.ReadInt16LittleEndian(chunk) == 1 && BinaryPrimitives.ReadInt16LittleEndian(chunk[2..]) == 1 && BinaryPrimitives.ReadInt16LittleEndian(chunk[14..]) == 16;
                rate = isKnown ? BinaryPrimitives.ReadInt32LittleEndian(chunk[4..]) : throw new FormatException("The recording must have one channel with 16 bits a sample.");
            }
            else if (bytes.AsSpan(at, 4).SequenceEqual("data"u8))
            {
                float[] samples = new float[length / 2];
                for (int i = 0; i < samples.Length; i++)
                {
                    samples[i] = BinaryPrimitives.ReadInt16LittleEndian(chunk[(2 * i)..]) / Largest;
                }

                return new Recording(rate, samples);
            }

            at += 8 + length + (length & 1);
        }

        throw new FormatException("The file has no samples.");
    }
}
