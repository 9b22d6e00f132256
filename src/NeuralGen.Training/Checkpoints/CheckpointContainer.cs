using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NeuralGen.Training;

/// <summary>Puts bytes into a frame that shows damage: magic number, version, length, the bytes, SHA-256 of all that.</summary>
internal static class CheckpointContainer
{
    private const int Version = 2;
    private const int LengthOffset = 12;
    private const int HeaderLength = 20;

    private static ReadOnlySpan<byte> Magic => "NGTRAIN\n"u8;

    public static void Write(Stream stream, byte[] content)
    {
        byte[] frame = new byte[HeaderLength + content.Length + SHA256.HashSizeInBytes];
        Magic.CopyTo(frame);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(Magic.Length), Version);
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(LengthOffset), content.Length);
        content.CopyTo(frame.AsSpan(HeaderLength));
        SHA256.HashData(frame.AsSpan(0, HeaderLength + content.Length), frame.AsSpan(HeaderLength + content.Length));
        stream.Write(frame);
    }

    public static byte[] Read(Stream stream)
    {
        byte[] header = new byte[HeaderLength];
        int headerLength = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (headerLength < HeaderLength || !header.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new FormatException("This is no training checkpoint: it does not begin like one.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(Magic.Length));
        if (version != Version)
        {
            throw new FormatException(FormattableString.Invariant($"The training checkpoint has version {version}; this library reads version {Version}. Go on with the version of the library that wrote it, or train anew."));
        }

        long length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(LengthOffset));
        byte[] rest = ReadRest(stream, length);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(rest, 0, (int)length);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(rest.AsSpan((int)length))
            ? rest[..(int)length]
            : throw new FormatException("The training checkpoint is damaged: its checksum is wrong.");
    }

    // The length may be wrong, so memory grows with what really comes.
    private static byte[] ReadRest(Stream stream, long length)
    {
        if (length < 0 || length > Array.MaxLength - SHA256.HashSizeInBytes)
        {
            throw new FormatException(FormattableString.Invariant($"The training checkpoint is damaged: it has a length of {length} bytes."));
        }

        long wanted = length + SHA256.HashSizeInBytes;
        using MemoryStream bytes = new();
        byte[] buffer = new byte[81920];
        while (bytes.Length < wanted)
        {
            int count = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, wanted - bytes.Length));
            if (count == 0)
            {
                throw new FormatException(FormattableString.Invariant($"The training checkpoint is incomplete: it has {bytes.Length} of {wanted} bytes."));
            }

            bytes.Write(buffer, 0, count);
        }

        return bytes.ToArray();
    }
}
