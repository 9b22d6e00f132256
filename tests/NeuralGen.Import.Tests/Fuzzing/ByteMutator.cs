namespace NeuralGen.Import.Tests.Fuzzing;

/// <summary>Damages files: bits, bytes, parts that are missing, doubled, exchanged or another file's, and numbers at the ends of their types.</summary>
/// <param name="random">Where the damage comes from.</param>
internal sealed class ByteMutator(Random random)
{
    private static readonly byte[][] Numbers =
    [
        [0], [1], [0x7F], [0x80], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], "-1"u8.ToArray(), "1e999"u8.ToArray(), "9999999999999999999"u8.ToArray(), "null"u8.ToArray(), "[["u8.ToArray(), "\""u8.ToArray(), ","u8.ToArray(),
    ];

    /// <summary>A damaged file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="other">Another one, of which parts may come.</param>
    public byte[] Mutate(byte[] file, byte[] other)
    {
        List<byte> bytes = [.. file];
        for (int i = random.Next(2) == 0 ? 1 : random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            int place = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 1 << random.Next(1, 8)), bytes.Count - place);
            switch (random.Next(8))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(place, length);
                    break;
                case 3:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, length));
                    break;
                case 4:
                    byte[] number = Numbers[random.Next(Numbers.Length)];
                    bytes.RemoveRange(place, Math.Min(number.Length, bytes.Count - place));
                    bytes.InsertRange(place, number);
                    break;
                case 5:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 6:
                    int from = random.Next(other.Length);
                    bytes.InsertRange(place, other.AsSpan(from, Math.Min(length, other.Length - from)).ToArray());
                    break;
                default:
                    bytes.InsertRange(place, Enumerable.Repeat(bytes[place], length).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
