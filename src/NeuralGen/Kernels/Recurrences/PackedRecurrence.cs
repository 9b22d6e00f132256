using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;
using NeuralGen.Kernels.Recurrences;

namespace NeuralGen;

/// <summary>The weights that the gates of a recurrent layer take the hidden state with, in the order in which steps read them: for a vector of units
/// and each value of the state in turn, those of all gates. Emitted networks make one per layer and keep it.</summary>
/// <remarks>Gates stand in PyTorch's order, those of all units side by side. The methods are safe to call from any thread and allocate nothing. A
/// span that is written must not overlap another.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class PackedRecurrence
{
    private const int LstmGates = 4;
    private const int GruGates = 3;
    private const int Alignment = 64;

    // Pinned, so that the pointer into it stays right.
    private readonly float[] _memory;
    private readonly float* _numbers;
    private readonly int _units;
    private readonly int _gates;

    /// <summary>Packs the weights of a layer.</summary>
    /// <param name="weights">the weights, row-major [gates·units, units].</param>
    /// <param name="bias">a value per gate and unit, or nothing.</param>
    /// <param name="units">the number of units.</param>
    public PackedRecurrence(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int units)
    {
        _units = units;
        _gates = weights.Length / units / units;
        int lanes = Lanes(units);
        int vectors = (units + lanes - 1) / lanes;
        _memory = GC.AllocateArray<float>((vectors * lanes * _gates * (units + 1)) + (Alignment / sizeof(float)), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref _memory[0]);
        _numbers = (float*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        Pack(weights, bias, lanes, vectors);
    }

    /// <summary>Computes the steps of an LSTM: cell = σ(f)·cell + σ(i)·tanh(g), hidden = σ(o)·tanh(cell).</summary>
    /// <param name="gates">what the gates i, f, g and o get from the input: [steps, 4·units].</param>
    /// <param name="before">the hidden state before the first step: [units].</param>
    /// <param name="cell">the cell state before the first step, then that behind the last: [units].</param>
    /// <param name="hidden">receives the hidden state of each step: [steps, units].</param>
    /// <param name="isReversed">whether the last step comes first.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    /// <exception cref="InvalidOperationException">the weights are those of another number of gates.</exception>
    public void Lstm(ReadOnlySpan<float> gates, ReadOnlySpan<float> before, Span<float> cell, Span<float> hidden, bool isReversed = false)
    {
        int steps = hidden.Length / _units;
        CheckGates(LstmGates);
        Check(nameof(gates), gates.Length, steps * LstmGates * _units);
        Check(nameof(before), before.Length, _units);
        Check(nameof(cell), cell.Length, _units);
        Check(nameof(hidden), hidden.Length, steps * _units);
        fixed (float* gate = gates, first = before, state = cell, target = hidden)
        {
            if (Vector512.IsHardwareAccelerated && _units > Vector256<float>.Count)
            {
                LstmSteps<SingleLanes512, Vector512<float>>.Run(_numbers, gate, first, state, target, _units, steps, isReversed);
            }
            else if (Vector256.IsHardwareAccelerated && _units > Vector128<float>.Count)
            {
                LstmSteps<SingleLanes256, Vector256<float>>.Run(_numbers, gate, first, state, target, _units, steps, isReversed);
            }
            else
            {
                LstmSteps<Lanes128<float>, Vector128<float>>.Run(_numbers, gate, first, state, target, _units, steps, isReversed);
            }
        }

        // The kernels know but the address of the weights, which the collector may take with this object.
        GC.KeepAlive(this);
    }

    /// <summary>Computes the steps of a GRU whose reset gate comes behind the product: n = tanh(gate + σ(r)·sum), hidden = (1 - σ(z))·n + σ(z)·before.</summary>
    /// <param name="gates">what the gates r, z and n get from the input: [steps, 3·units].</param>
    /// <param name="before">the hidden state before the first step: [units].</param>
    /// <param name="hidden">receives the hidden state of each step: [steps, units].</param>
    /// <param name="isReversed">whether the last step comes first.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    /// <exception cref="InvalidOperationException">the weights are those of another number of gates.</exception>
    public void Gru(ReadOnlySpan<float> gates, ReadOnlySpan<float> before, Span<float> hidden, bool isReversed = false)
    {
        int steps = hidden.Length / _units;
        CheckGates(GruGates);
        Check(nameof(gates), gates.Length, steps * GruGates * _units);
        Check(nameof(before), before.Length, _units);
        Check(nameof(hidden), hidden.Length, steps * _units);
        fixed (float* gate = gates, first = before, target = hidden)
        {
            if (Vector512.IsHardwareAccelerated && _units > Vector256<float>.Count)
            {
                GruSteps<SingleLanes512, Vector512<float>>.Run(_numbers, gate, first, target, _units, steps, isReversed);
            }
            else if (Vector256.IsHardwareAccelerated && _units > Vector128<float>.Count)
            {
                GruSteps<SingleLanes256, Vector256<float>>.Run(_numbers, gate, first, target, _units, steps, isReversed);
            }
            else
            {
                GruSteps<Lanes128<float>, Vector128<float>>.Run(_numbers, gate, first, target, _units, steps, isReversed);
            }
        }

        // The kernels know but the address of the weights, which the collector may take with this object.
        GC.KeepAlive(this);
    }

    /// <summary>The width of the vectors: no wider than the units need.</summary>
    private static int Lanes(int units) =>
        Vector512.IsHardwareAccelerated && units > Vector256<float>.Count ? Vector512<float>.Count
        : Vector256.IsHardwareAccelerated && units > Vector128<float>.Count ? Vector256<float>.Count
        : Vector128<float>.Count;

    // Steps read as many weights as they have gates.
    private void CheckGates(int needed)
    {
        if (_gates != needed)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The weights are those of {_gates} gates; {needed} are needed."));
        }
    }

    private static void Check(string name, int length, int expected)
    {
        if (length != expected)
        {
            SpanLength.Throw(name, length, expected);
        }
    }

    /// <summary>For each vector of units the biases of all gates, then for each value of the hidden state the weights of all gates.</summary>
    private void Pack(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int lanes, int vectors)
    {
        float* next = _numbers;
        for (int vector = 0; vector < vectors; vector++)
        {
            for (int source = -1; source < _units; source++)
            {
                for (int gate = 0; gate < _gates; gate++)
                {
                    for (int lane = 0; lane < lanes; lane++)
                    {
                        int unit = (vector * lanes) + lane;
                        int row = (gate * _units) + unit;
                        *next++ = unit >= _units ? 0
                            : source >= 0 ? weights[(row * _units) + source]
                            : bias.IsEmpty ? 0 : bias[row];
                    }
                }
            }
        }
    }
}
