using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Elements.Vectorized;

/// <summary>Functions and gradients of many numbers.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class LaneLoops<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Values<TFunction>(T* input, T* output, int length, TFunction function)
        where TFunction : struct, IElementFunction
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes.Store(output + i, function.Value<TLanes, TVector, T>(TLanes.Load(input + i)));
        }

        // The rest in a vector that is not full, so that it goes through the same instructions.
        if (i < length)
        {
            TVector rest = function.Value<TLanes, TVector, T>(TLanes.LoadFirst(input + i, length - i));
            TLanes.StoreFirst(output + i, rest, length - i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradients<TFunction>(T* values, T* deltas, T* inputDeltas, int length, TFunction function)
        where TFunction : struct, IElementFunction
    {
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes.Store(inputDeltas + i, function.Gradient<TLanes, TVector, T>(TLanes.Load(values + i), TLanes.Load(deltas + i)));
        }

        if (i < length)
        {
            TVector value = TLanes.LoadFirst(values + i, length - i);
            TVector rest = function.Gradient<TLanes, TVector, T>(value, TLanes.LoadFirst(deltas + i, length - i));
            TLanes.StoreFirst(inputDeltas + i, rest, length - i);
        }
    }
}
