using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Finds the inputs of a layer that are not 0, as many behind a rectifier or at the edge of an image are.</summary>
internal static class UsedInputs
{
    // From this share of zeros on, the list costs less than what is not read.
    private const int LeastZeros = 4;

    /// <summary>Lists the inputs that are not 0, where enough are.</summary>
    /// <param name="input">the inputs.</param>
    /// <param name="places">receives the numbers of those that are not 0; as long as the input.</param>
    /// <returns>how many these are; -1 where too few are 0 for the list to be of use, and nothing was written.</returns>
    public static int Find(ReadOnlySpan<float> input, Span<int> places)
    {
        if (Zeros(input) < input.Length / LeastZeros)
        {
            return -1;
        }

        // A branch per input would be guessed wrong half of the time.
        int count = 0;
        for (int i = 0; i < input.Length; i++)
        {
            places[count] = i;
            count += input[i] == 0 ? 0 : 1;
        }

        return count;
    }

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
