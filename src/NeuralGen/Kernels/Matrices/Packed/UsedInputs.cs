using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Finds the inputs of a layer that are not 0, as many behind a rectifier or at the edge of an image are.</summary>
internal static class UsedInputs
{
    /// <summary>Lists the inputs that are not 0, where enough are.</summary>
    /// <param name="input">the inputs.</param>
    /// <param name="least">how many must be 0.</param>
    /// <param name="places">receives the numbers of those that are not 0; as long as the input.</param>
    /// <returns>how many these are; -1 where too few are 0 for the list to be of use, and nothing was written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(ReadOnlySpan<float> input, int least, Span<int> places)
    {
        if (Zeros(input) < least)
        {
            return -1;
        }

        // A branch per input would be guessed wrong half of the time. All bits but the sign's are 0 in both zeros, and in nothing else.
        ReadOnlySpan<uint> bits = MemoryMarshal.Cast<float, uint>(input);
        int count = 0;
        for (int i = 0; i < bits.Length; i++)
        {
            places[count] = i;
            count += bits[i] << 1 != 0 ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Zeros(ReadOnlySpan<float> input)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(input);
        Vector<int> equal = default;
        foreach (Vector<float> vector in vectors)
        {
            equal += Vector.Equals(vector, Vector<float>.Zero);
        }

        // All bits of a lane are set where it is equal, which is -1.
        int zeros = -Vector.Sum(equal);
        foreach (float value in input[(vectors.Length * Vector<float>.Count)..])
        {
            zeros += value == 0 ? 1 : 0;
        }

        return zeros;
    }
}
