using System.ComponentModel;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;
using NeuralGen.Kernels.Recurrences;

namespace NeuralGen;

/// <summary>What a step of a recurrent layer computes of the sums of its gates, which emitted networks call.</summary>
/// <remarks>Gates stand in PyTorch's order, those of all units side by side. The methods are safe to call from any thread and allocate nothing; a
/// unit's result depends on nothing but its own values and the machine. A span that is written must not overlap another.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class RecurrentKernels
{
    /// <summary>Computes a step of an LSTM: cell = σ(f)·cell + σ(i)·tanh(g), hidden = σ(o)·tanh(cell).</summary>
    /// <param name="gates">what the gates i, f, g and o get from the input: [4·units].</param>
    /// <param name="sums">what they get from the hidden state: [4·units].</param>
    /// <param name="cell">the cell state: [units]; overwritten.</param>
    /// <param name="hidden">receives the hidden state: [units].</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Lstm(ReadOnlySpan<float> gates, ReadOnlySpan<float> sums, Span<float> cell, Span<float> hidden)
    {
        int units = hidden.Length;
        Check(nameof(gates), gates.Length, 4 * units);
        Check(nameof(sums), sums.Length, 4 * units);
        Check(nameof(cell), cell.Length, units);
        fixed (float* gate = gates, sum = sums, state = cell, target = hidden)
        {
            if (Vector512.IsHardwareAccelerated && units > Vector256<float>.Count)
            {
                CellLanes<SingleLanes512, Vector512<float>>.Lstm(gate, sum, state, target, units);
            }
            else if (Vector256.IsHardwareAccelerated && units > Vector128<float>.Count)
            {
                CellLanes<SingleLanes256, Vector256<float>>.Lstm(gate, sum, state, target, units);
            }
            else
            {
                CellLanes<Lanes128<float>, Vector128<float>>.Lstm(gate, sum, state, target, units);
            }
        }
    }

    /// <summary>Computes a step of a GRU: n = tanh(gates + σ(r)·sums), hidden = (1 - σ(z))·n + σ(z)·before.</summary>
    /// <param name="gates">what the gates r, z and n get from the input: [3·units].</param>
    /// <param name="sums">what they get from the hidden state: [3·units].</param>
    /// <param name="before">the hidden state before the step: [units].</param>
    /// <param name="hidden">receives that behind it: [units].</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Gru(ReadOnlySpan<float> gates, ReadOnlySpan<float> sums, ReadOnlySpan<float> before, Span<float> hidden)
    {
        int units = hidden.Length;
        Check(nameof(gates), gates.Length, 3 * units);
        Check(nameof(sums), sums.Length, 3 * units);
        Check(nameof(before), before.Length, units);
        fixed (float* gate = gates, sum = sums, state = before, target = hidden)
        {
            if (Vector512.IsHardwareAccelerated && units > Vector256<float>.Count)
            {
                CellLanes<SingleLanes512, Vector512<float>>.Gru(gate, sum, state, target, units);
            }
            else if (Vector256.IsHardwareAccelerated && units > Vector128<float>.Count)
            {
                CellLanes<SingleLanes256, Vector256<float>>.Gru(gate, sum, state, target, units);
            }
            else
            {
                CellLanes<Lanes128<float>, Vector128<float>>.Gru(gate, sum, state, target, units);
            }
        }
    }

    private static void Check(string name, int length, int expected)
    {
        if (length != expected)
        {
            SpanLength.Throw(name, length, expected);
        }
    }
}
