using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Recurrences;

/// <summary>Steps of recurrent layers, a vector of units at a time.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static unsafe class CellLanes<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Lstm(float* gates, float* sums, float* cell, float* hidden, int units)
    {
        int unit = 0;
        for (; unit <= units - TLanes.Count; unit += TLanes.Count)
        {
            TVector next = CellFormulas<TLanes, TVector>.Next(
                TLanes.Add(TLanes.Load(gates + unit), TLanes.Load(sums + unit)),
                TLanes.Add(TLanes.Load(gates + units + unit), TLanes.Load(sums + units + unit)),
                TLanes.Add(TLanes.Load(gates + (2 * units) + unit), TLanes.Load(sums + (2 * units) + unit)),
                TLanes.Load(cell + unit));
            TLanes.Store(cell + unit, next);
            TLanes.Store(hidden + unit, CellFormulas<TLanes, TVector>.Shown(TLanes.Add(TLanes.Load(gates + (3 * units) + unit), TLanes.Load(sums + (3 * units) + unit)), next));
        }

        // The rest in vectors that are not full, so that it goes through the same instructions.
        int left = units - unit;
        if (left > 0)
        {
            TVector next = CellFormulas<TLanes, TVector>.Next(
                First(gates + unit, sums + unit, left),
                First(gates + units + unit, sums + units + unit, left),
                First(gates + (2 * units) + unit, sums + (2 * units) + unit, left),
                TLanes.LoadFirst(cell + unit, left));
            TLanes.StoreFirst(cell + unit, next, left);
            TLanes.StoreFirst(hidden + unit, CellFormulas<TLanes, TVector>.Shown(First(gates + (3 * units) + unit, sums + (3 * units) + unit, left), next), left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gru(float* gates, float* sums, float* before, float* hidden, int units)
    {
        int unit = 0;
        for (; unit <= units - TLanes.Count; unit += TLanes.Count)
        {
            TVector state = CellFormulas<TLanes, TVector>.Mixture(
                TLanes.Add(TLanes.Load(gates + unit), TLanes.Load(sums + unit)),
                TLanes.Add(TLanes.Load(gates + units + unit), TLanes.Load(sums + units + unit)),
                TLanes.Load(gates + (2 * units) + unit),
                TLanes.Load(sums + (2 * units) + unit),
                TLanes.Load(before + unit));
            TLanes.Store(hidden + unit, state);
        }

        int left = units - unit;
        if (left > 0)
        {
            TVector state = CellFormulas<TLanes, TVector>.Mixture(
                First(gates + unit, sums + unit, left),
                First(gates + units + unit, sums + units + unit, left),
                TLanes.LoadFirst(gates + (2 * units) + unit, left),
                TLanes.LoadFirst(sums + (2 * units) + unit, left),
                TLanes.LoadFirst(before + unit, left));
            TLanes.StoreFirst(hidden + unit, state, left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector First(float* gates, float* sums, int count) => TLanes.Add(TLanes.LoadFirst(gates, count), TLanes.LoadFirst(sums, count));
}
