using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>The gradient of softmax for one row.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class SoftmaxGradients<TLanes, TVector, T>
    where TLanes : struct, INumberLanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradient(T* values, T* deltas, T* inputDeltas, int columns)
    {
        int whole = columns - (columns % TLanes.Count);
        int left = columns - whole;
        TVector products = TLanes.Multiply(TLanes.LoadFirst(values + whole, left), TLanes.LoadFirst(deltas + whole, left));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            products = TLanes.MultiplyAdd(TLanes.Load(values + i), TLanes.Load(deltas + i), products);
        }

        TVector dot = TLanes.Broadcast(TLanes.Sum(products));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(inputDeltas + i, TLanes.Multiply(TLanes.Load(values + i), TLanes.Subtract(TLanes.Load(deltas + i), dot)));
        }

        TVector last = TLanes.Subtract(TLanes.LoadFirst(deltas + whole, left), dot);
        TLanes.StoreFirst(inputDeltas + whole, TLanes.Multiply(TLanes.LoadFirst(values + whole, left), last), left);
    }
}
