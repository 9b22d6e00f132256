using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Elements.Vectorized;

/// <summary>Products of rows and factors with the widest vectors that the rows fill.</summary>
internal static unsafe class ScaleLoops
{
    public static void Rows(ReadOnlySpan<float> values, ReadOnlySpan<float> factors, Span<float> output)
    {
        fixed (float* source = values, factor = factors, target = output)
        {
            if (Vector512.IsHardwareAccelerated && factors.Length >= Vector512<float>.Count)
            {
                Rows<SingleLanes512, Vector512<float>>(source, factor, factors.Length, target, values.Length);
            }
            else if (Vector256.IsHardwareAccelerated && factors.Length >= Vector256<float>.Count)
            {
                Rows<SingleLanes256, Vector256<float>>(source, factor, factors.Length, target, values.Length);
            }
            else
            {
                Rows<Lanes128<float>, Vector128<float>>(source, factor, factors.Length, target, values.Length);
            }
        }
    }

    /// <summary>Multiplies all rows with a vector of factors after the other; the last ends with the row and may overlap the one before it,
    /// which it then computes again of the values themselves.</summary>
    /// <typeparam name="TLanes">the vectors.</typeparam>
    /// <typeparam name="TVector">one vector.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Rows<TLanes, TVector>(float* values, float* factors, int columns, float* output, int length)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : unmanaged
    {
        int last = columns - TLanes.Count, even = columns / TLanes.Count * TLanes.Count;
        if (columns == TLanes.Count)
        {
            TVector factor = TLanes.Load(factors);
            for (int i = 0; i < length; i += TLanes.Count)
            {
                TLanes.Store(output + i, TLanes.Multiply(TLanes.Load(values + i), factor));
            }

            return;
        }

        for (float* end = values + length; values < end; values += columns, output += columns)
        {
            // Read before what it shares with others is written: the output may be the values.
            TVector rest = TLanes.Multiply(TLanes.Load(values + last), TLanes.Load(factors + last));
            for (int i = 0; i < even; i += TLanes.Count)
            {
                TLanes.Store(output + i, TLanes.Multiply(TLanes.Load(values + i), TLanes.Load(factors + i)));
            }

            TLanes.Store(output + last, rest);
        }
    }
}
