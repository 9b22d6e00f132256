using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Recurrences;

/// <summary>What the cells of recurrent layers make of the sums of their gates, a vector of units at a time.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static class CellFormulas<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    /// <summary>Computes the next cell state of an LSTM: σ(f)·cell + σ(i)·tanh(g).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Next(TVector input, TVector forget, TVector candidate, TVector cell) => TLanes.MultiplyAdd(
        Sigmoid(forget), cell, Tanh.Gated<TLanes, TVector, float>(input, candidate));

    /// <summary>Computes the hidden state of an LSTM: σ(o)·tanh(cell).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Shown(TVector output, TVector cell) => Tanh.Gated<TLanes, TVector, float>(output, cell);

    /// <summary>Computes the hidden state of a GRU: n = tanh(gate + σ(r)·sum), (1 - σ(z))·n + σ(z)·before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mixture(TVector reset, TVector update, TVector gate, TVector sum, TVector before)
    {
        TVector candidate = Tanh.Compute<TLanes, TVector, float>(TLanes.MultiplyAdd(Sigmoid(reset), sum, gate));
        TVector share = Sigmoid(update);
        return TLanes.MultiplyAdd(share, before, TLanes.Multiply(TLanes.Subtract(TLanes.Number(1), share), candidate));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sigmoid(TVector x) => TLanes.Divide(Sigmoids<TLanes, TVector, float>.Parts(x, out TVector whole), whole);
}
