using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Recurrences;

/// <summary>
/// Steps of a GRU. The sums of the three gates of a vector of units stay in registers, in three parts, since a fused multiply-add takes four
/// cycles and two begin in each; what follows them is computed while the weights of the next units arrive.
/// </summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static unsafe class GruSteps<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    private const int Gates = 3;

    /// <summary>Computes all steps.</summary>
    /// <param name="packed">the packed numbers.</param>
    /// <param name="gates">what the gates get from the input: [steps, 3·units].</param>
    /// <param name="before">the hidden state before the first step.</param>
    /// <param name="hidden">receives the hidden states: [steps, units].</param>
    /// <param name="units">the number of units.</param>
    /// <param name="steps">the number of steps.</param>
    /// <param name="isReversed">whether the last step comes first.</param>
    public static void Run(float* packed, float* gates, float* before, float* hidden, int units, int steps, bool isReversed)
    {
        // Back and forth: the weights that a step reads last are still in the first cache when the next one begins with them.
        for (int place = 0; place < steps; place++)
        {
            int step = isReversed ? steps - 1 - place : place;
            float* now = hidden + ((nint)step * units);
            Step((TVector*)packed, gates + ((nint)step * Gates * units), before, now, units, place % 2 == 1);
            before = now;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Step(TVector* numbers, float* gates, float* before, float* hidden, int units, bool isBackward)
    {
        int blocks = (units + TLanes.Count - 1) / TLanes.Count;
        for (int place = 0; place < blocks; place++)
        {
            int block = isBackward ? blocks - 1 - place : place;
            int unit = block * TLanes.Count;
            TVector* packed = numbers + ((nint)block * Gates * (units + 1));
            TVector reset = packed[0], update = packed[1], sum = packed[2];
            TVector reset1 = default, update1 = default, sum1 = default;
            TVector reset2 = default, update2 = default, sum2 = default;
            packed += Gates;
            int i = 0;
            for (; i <= units - 3; i += 3)
            {
                TVector value = TLanes.Broadcast(before[i]);
                reset = TLanes.MultiplyAdd(value, packed[0], reset);
                update = TLanes.MultiplyAdd(value, packed[1], update);
                sum = TLanes.MultiplyAdd(value, packed[2], sum);
                TVector value1 = TLanes.Broadcast(before[i + 1]);
                reset1 = TLanes.MultiplyAdd(value1, packed[3], reset1);
                update1 = TLanes.MultiplyAdd(value1, packed[4], update1);
                sum1 = TLanes.MultiplyAdd(value1, packed[5], sum1);
                TVector value2 = TLanes.Broadcast(before[i + 2]);
                reset2 = TLanes.MultiplyAdd(value2, packed[6], reset2);
                update2 = TLanes.MultiplyAdd(value2, packed[7], update2);
                sum2 = TLanes.MultiplyAdd(value2, packed[8], sum2);
                packed += 3 * Gates;
            }

            for (; i < units; i++)
            {
                TVector value = TLanes.Broadcast(before[i]);
                reset = TLanes.MultiplyAdd(value, packed[0], reset);
                update = TLanes.MultiplyAdd(value, packed[1], update);
                sum = TLanes.MultiplyAdd(value, packed[2], sum);
                packed += Gates;
            }

            reset = TLanes.Add(TLanes.Add(reset, reset1), reset2);
            update = TLanes.Add(TLanes.Add(update, update1), update2);
            sum = TLanes.Add(TLanes.Add(sum, sum1), sum2);
            float* gate = gates + unit;
            if (unit <= units - TLanes.Count)
            {
                TLanes.Store(hidden + unit, CellFormulas<TLanes, TVector>.Mixture(
                    TLanes.Add(reset, TLanes.Load(gate)),
                    TLanes.Add(update, TLanes.Load(gate + units)),
                    TLanes.Load(gate + (2 * units)),
                    sum,
                    TLanes.Load(before + unit)));
            }
            else
            {
                // The rest in a vector that is not full, so that it goes through the same instructions.
                int left = units - unit;
                TVector state = CellFormulas<TLanes, TVector>.Mixture(
                    TLanes.Add(reset, TLanes.LoadFirst(gate, left)),
                    TLanes.Add(update, TLanes.LoadFirst(gate + units, left)),
                    TLanes.LoadFirst(gate + (2 * units), left),
                    sum,
                    TLanes.LoadFirst(before + unit, left));
                TLanes.StoreFirst(hidden + unit, state, left);
            }
        }
    }
}
