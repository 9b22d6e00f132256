using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Recurrences;

/// <summary>
/// Steps of an LSTM. The sums of the four gates of a vector of units stay in registers, in two parts, since a fused multiply-add takes four cycles
/// and two begin in each; what follows them is computed while the weights of the next units arrive.
/// </summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static unsafe class LstmSteps<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    private const int Gates = 4;

    /// <summary>Computes all steps.</summary>
    /// <param name="packed">the packed numbers.</param>
    /// <param name="gates">what the gates get from the input: [steps, 4·units].</param>
    /// <param name="before">the hidden state before the first step.</param>
    /// <param name="cell">the cell state; overwritten.</param>
    /// <param name="hidden">receives the hidden states: [steps, units].</param>
    /// <param name="units">the number of units.</param>
    /// <param name="steps">the number of steps.</param>
    /// <param name="isReversed">whether the last step comes first.</param>
    public static void Run(float* packed, float* gates, float* before, float* cell, float* hidden, int units, int steps, bool isReversed)
    {
        // Back and forth: the weights that a step reads last are still in the first cache when the next one begins with them.
        for (int place = 0; place < steps; place++)
        {
            int step = isReversed ? steps - 1 - place : place;
            float* now = hidden + ((nint)step * units);
            Step((TVector*)packed, gates + ((nint)step * Gates * units), before, cell, now, units, place % 2 == 1);
            before = now;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Step(TVector* numbers, float* gates, float* before, float* cell, float* hidden, int units, bool isBackward)
    {
        int blocks = (units + TLanes.Count - 1) / TLanes.Count;
        for (int place = 0; place < blocks; place++)
        {
            int block = isBackward ? blocks - 1 - place : place;
            int unit = block * TLanes.Count;
            TVector* packed = numbers + ((nint)block * Gates * (units + 1));
            TVector input = packed[0], forget = packed[1], candidate = packed[2], output = packed[3];
            TVector input1 = default, forget1 = default, candidate1 = default, output1 = default;
            packed += Gates;
            int i = 0;
            for (; i <= units - 2; i += 2)
            {
                TVector value = TLanes.Broadcast(before[i]);
                input = TLanes.MultiplyAdd(value, packed[0], input);
                forget = TLanes.MultiplyAdd(value, packed[1], forget);
                candidate = TLanes.MultiplyAdd(value, packed[2], candidate);
                output = TLanes.MultiplyAdd(value, packed[3], output);
                TVector value1 = TLanes.Broadcast(before[i + 1]);
                input1 = TLanes.MultiplyAdd(value1, packed[4], input1);
                forget1 = TLanes.MultiplyAdd(value1, packed[5], forget1);
                candidate1 = TLanes.MultiplyAdd(value1, packed[6], candidate1);
                output1 = TLanes.MultiplyAdd(value1, packed[7], output1);
                packed += 2 * Gates;
            }

            if (i < units)
            {
                TVector value = TLanes.Broadcast(before[i]);
                input = TLanes.MultiplyAdd(value, packed[0], input);
                forget = TLanes.MultiplyAdd(value, packed[1], forget);
                candidate = TLanes.MultiplyAdd(value, packed[2], candidate);
                output = TLanes.MultiplyAdd(value, packed[3], output);
                packed += Gates;
            }

            input = TLanes.Add(input, input1);
            forget = TLanes.Add(forget, forget1);
            candidate = TLanes.Add(candidate, candidate1);
            output = TLanes.Add(output, output1);
            float* gate = gates + unit;
            if (unit <= units - TLanes.Count)
            {
                TVector next = CellFormulas<TLanes, TVector>.Next(
                    TLanes.Add(input, TLanes.Load(gate)),
                    TLanes.Add(forget, TLanes.Load(gate + units)),
                    TLanes.Add(candidate, TLanes.Load(gate + (2 * units))),
                    TLanes.Load(cell + unit));
                TLanes.Store(cell + unit, next);
                TLanes.Store(hidden + unit, CellFormulas<TLanes, TVector>.Shown(TLanes.Add(output, TLanes.Load(gate + (3 * units))), next));
            }
            else
            {
                Rest(input, forget, candidate, output, gate, cell + unit, hidden + unit, units, units - unit);
            }
        }
    }

    /// <summary>Computes the rest in a vector that is not full, so that it goes through the same instructions. In a method of its own: the JIT inlines no more
    /// in one that has all of it twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Rest(TVector input, TVector forget, TVector candidate, TVector output, float* gate, float* cell, float* hidden, int units, int left)
    {
        TVector next = CellFormulas<TLanes, TVector>.Next(
            TLanes.Add(input, TLanes.LoadFirst(gate, left)),
            TLanes.Add(forget, TLanes.LoadFirst(gate + units, left)),
            TLanes.Add(candidate, TLanes.LoadFirst(gate + (2 * units), left)),
            TLanes.LoadFirst(cell, left));
        TLanes.StoreFirst(cell, next, left);
        TLanes.StoreFirst(hidden, CellFormulas<TLanes, TVector>.Shown(TLanes.Add(output, TLanes.LoadFirst(gate + (3 * units), left)), next), left);
    }
}
