using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Turns numbers into the text that holds their bytes.</summary>
internal static class NumberText
{
    private const int BitsPerCharacter = 16;
    private const int EscapeLength = 6;

    /// <summary>
    /// From here to <see cref="LastPlain"/> all characters are letters that stand for themselves in a literal, and spare the
    /// compiler five of six characters: four fifths of those that weights of usual size consist of.
    /// </summary>
    private const char FirstPlain = '\u3400';

    /// <summary>The last letter before the surrogates.</summary>
    private const char LastPlain = '\uD7A3';

    /// <summary>The numbers' bytes, one number behind the other, lowest byte first.</summary>
    /// <param name="blocks">The numbers.</param>
    /// <param name="precision">What they are rounded to.</param>
    public static byte[] Bytes(IReadOnlyList<NumberArray> blocks, Precision precision)
    {
        double[] numbers = new double[blocks.Sum(block => block.Count)];
        int next = 0;
        foreach (NumberArray block in blocks)
        {
            block.CopyTo(numbers, next);
            next += block.Count;
        }

        return precision == Precision.Single ? Bytes(Rounded(numbers), sizeof(float)) : Bytes(numbers, sizeof(double));
    }

    /// <summary>The inside of a string literal whose characters are two bytes each.</summary>
    /// <param name="bytes">Holds the bytes.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="end">Behind the last byte, an even number from the first.</param>
    [MethodImpl(ColdBuild.Optimized)]
    public static string Literal(byte[] bytes, int start, int end)
    {
        const string Digits = "0123456789ABCDEF";
        char[] text = new char[(end - start) / 2 * EscapeLength];
        int length = 0;
        for (int i = start; i < end; i += 2)
        {
            int low = bytes[i];
            int high = bytes[i + 1];
            char character = (char)((high << 8) | low);
            if (character is >= FirstPlain and <= LastPlain)
            {
                text[length++] = character;
                continue;
            }

            text[length] = '\\';
            text[length + 1] = 'u';
            text[length + 2] = Digits[high >> 4];
            text[length + 3] = Digits[high & 15];
            text[length + 4] = Digits[low >> 4];
            text[length + 5] = Digits[low & 15];
            length += EscapeLength;
        }

        return new string(text, 0, length);
    }

    /// <summary>How many characters of text hold a number.</summary>
    public static int CharactersPerNumber(Precision precision) => 8 * SizeOf(precision) / BitsPerCharacter;

    /// <summary>How many bytes a number takes.</summary>
    private static int SizeOf(Precision precision) => precision == Precision.Single ? sizeof(float) : sizeof(double);

    [MethodImpl(ColdBuild.Optimized)]
    private static float[] Rounded(double[] numbers)
    {
        float[] singles = new float[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            singles[i] = (float)numbers[i];
        }

        return singles;
    }

    private static byte[] Bytes(Array numbers, int size)
    {
        byte[] bytes = new byte[numbers.Length * size];
        Buffer.BlockCopy(numbers, 0, bytes, 0, bytes.Length);
        if (!BitConverter.IsLittleEndian)
        {
            for (int i = 0; i < bytes.Length; i += size)
            {
                Array.Reverse(bytes, i, size);
            }
        }

        return bytes;
    }
}
