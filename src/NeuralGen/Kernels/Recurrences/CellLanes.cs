using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Functions;
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
            TVector next = Next(
                TLanes.Add(TLanes.Load(gates + unit), TLanes.Load(sums + unit)),
                TLanes.Add(TLanes.Load(gates + units + unit), TLanes.Load(sums + units + unit)),
                TLanes.Add(TLanes.Load(gates + (2 * units) + unit), TLanes.Load(sums + (2 * units) + unit)),
                TLanes.Load(cell + unit));
            TLanes.Store(cell + unit, next);
            TVector output = Sigmoid(TLanes.Add(TLanes.Load(gates + (3 * units) + unit), TLanes.Load(sums + (3 * units) + unit)));
            TLanes.Store(hidden + unit, TLanes.Multiply(output, Tanh.Compute<TLanes, TVector, float>(next)));
        }

        // The rest in vectors that are not full, so that it goes through the same instructions.
        int left = units - unit;
        if (left > 0)
        {
            TVector next = Next(
                First(gates + unit, sums + unit, left),
                First(gates + units + unit, sums + units + unit, left),
                First(gates + (2 * units) + unit, sums + (2 * units) + unit, left),
                TLanes.LoadFirst(cell + unit, left));
            TLanes.StoreFirst(cell + unit, next, left);
            TVector output = Sigmoid(First(gates + (3 * units) + unit, sums + (3 * units) + unit, left));
            TLanes.StoreFirst(hidden + unit, TLanes.Multiply(output, Tanh.Compute<TLanes, TVector, float>(next)), left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gru(float* gates, float* sums, float* before, float* hidden, int units)
    {
        int unit = 0;
        for (; unit <= units - TLanes.Count; unit += TLanes.Count)
        {
            TVector state = Mixture(
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
            TVector state = Mixture(
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Next(TVector input, TVector forget, TVector candidate, TVector cell) => TLanes.MultiplyAdd(
        Sigmoid(forget), cell, TLanes.Multiply(Sigmoid(input), Tanh.Compute<TLanes, TVector, float>(candidate)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Mixture(TVector reset, TVector update, TVector gate, TVector sum, TVector before)
    {
        TVector candidate = Tanh.Compute<TLanes, TVector, float>(TLanes.MultiplyAdd(Sigmoid(reset), sum, gate));
        TVector share = Sigmoid(update);
        return TLanes.MultiplyAdd(share, before, TLanes.Multiply(TLanes.Subtract(TLanes.Number(1), share), candidate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid(TVector x) => Sigmoids<TLanes, TVector, float>.Share(x, TLanes.Number(1));
}
