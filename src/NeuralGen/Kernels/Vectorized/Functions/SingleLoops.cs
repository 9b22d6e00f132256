using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>Functions and gradients of many single-precision numbers.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static unsafe class SingleLoops<TLanes, TVector>
    where TLanes : struct, ISingleLanes<TVector>
    where TVector : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Values<TFunction>(float* input, float* output, int length, TFunction function)
        where TFunction : struct, ISingleValue
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes.Store(output + i, function.Value<TLanes, TVector>(TLanes.Load(input + i)));
        }

        // The rest in a vector that is not full, so that it goes through the same instructions.
        if (i < length)
        {
            TVector rest = function.Value<TLanes, TVector>(TLanes.LoadFirst(input + i, length - i));
            TLanes.StoreFirst(output + i, rest, length - i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradients<TFunction>(float* values, float* deltas, float* inputDeltas, int length, TFunction function)
        where TFunction : struct, ISingleGradient
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes.Store(inputDeltas + i, function.Gradient<TLanes, TVector>(TLanes.Load(values + i), TLanes.Load(deltas + i)));
        }

        if (i < length)
        {
            TVector value = TLanes.LoadFirst(values + i, length - i);
            TVector rest = function.Gradient<TLanes, TVector>(value, TLanes.LoadFirst(deltas + i, length - i));
            TLanes.StoreFirst(inputDeltas + i, rest, length - i);
        }
    }
}
