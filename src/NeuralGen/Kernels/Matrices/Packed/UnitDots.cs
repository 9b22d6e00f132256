using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Multiplies one row with the weights of few units, with vectors along the inputs: along the units most lanes would lie idle. Four sums
/// of two units run at once, since a fused multiply-add takes four cycles and inputs are loaded as often as weights.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe class UnitDots<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    private const int Parts = 4;

    /// <summary>Computes all units.</summary>
    /// <param name="input">a value per input.</param>
    /// <param name="inputs">the number of inputs: at least one vector.</param>
    /// <param name="numbers">the weights, [units, inputs], then the biases: rows of whole vectors are aligned.</param>
    /// <param name="output">receives a value per unit.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public static void Forward(float* input, int inputs, float* numbers, float* output, int units, bool isRelu)
    {
        float* weights = numbers, biases = numbers + (units * (nint)inputs);
        int unit = 0;
        for (; unit < units - 1; unit += 2)
        {
            Pair(input, inputs, weights + (unit * (nint)inputs), out float first, out float second);
            output[unit] = Activated(biases[unit] + first, isRelu);
            output[unit + 1] = Activated(biases[unit + 1] + second, isRelu);
        }

        if (unit < units)
        {
            output[unit] = Activated(biases[unit] + Single(input, inputs, weights + (unit * (nint)inputs)), isRelu);
        }
    }

    private static float Activated(float total, bool isRelu) => isRelu && total < 0 ? 0 : total;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Single(float* input, int inputs, float* weights)
    {
        TVector sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        int i = 0;
        for (; i <= inputs - (Parts * TLanes.Count); i += Parts * TLanes.Count)
        {
            sum0 = TLanes.MultiplyAdd(TLanes.Load(input + i), TLanes.Load(weights + i), sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Load(input + i + TLanes.Count), TLanes.Load(weights + i + TLanes.Count), sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Load(input + i + (2 * TLanes.Count)), TLanes.Load(weights + i + (2 * TLanes.Count)), sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Load(input + i + (3 * TLanes.Count)), TLanes.Load(weights + i + (3 * TLanes.Count)), sum3);
        }

        for (; i <= inputs - TLanes.Count; i += TLanes.Count)
        {
            sum0 = TLanes.MultiplyAdd(TLanes.Load(input + i), TLanes.Load(weights + i), sum0);
        }

        if (i < inputs)
        {
            // The rest in a vector that ends with the row; what it shares with the one before counts once.
            TVector rest = TLanes.Select(TLanes.LastLanes(inputs - i), TLanes.Load(input + inputs - TLanes.Count), default);
            sum1 = TLanes.MultiplyAdd(rest, TLanes.Load(weights + inputs - TLanes.Count), sum1);
        }

        return TLanes.Sum(TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3)));
    }

    // In the same order as a single unit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Pair(float* input, int inputs, float* weights, out float first, out float second)
    {
        TVector first0 = default, first1 = default, first2 = default, first3 = default;
        TVector second0 = default, second1 = default, second2 = default, second3 = default;
        float* others = weights + inputs;
        int i = 0;
        for (; i <= inputs - (Parts * TLanes.Count); i += Parts * TLanes.Count)
        {
            TVector value = TLanes.Load(input + i);
            first0 = TLanes.MultiplyAdd(value, TLanes.Load(weights + i), first0);
            second0 = TLanes.MultiplyAdd(value, TLanes.Load(others + i), second0);
            value = TLanes.Load(input + i + TLanes.Count);
            first1 = TLanes.MultiplyAdd(value, TLanes.Load(weights + i + TLanes.Count), first1);
            second1 = TLanes.MultiplyAdd(value, TLanes.Load(others + i + TLanes.Count), second1);
            value = TLanes.Load(input + i + (2 * TLanes.Count));
            first2 = TLanes.MultiplyAdd(value, TLanes.Load(weights + i + (2 * TLanes.Count)), first2);
            second2 = TLanes.MultiplyAdd(value, TLanes.Load(others + i + (2 * TLanes.Count)), second2);
            value = TLanes.Load(input + i + (3 * TLanes.Count));
            first3 = TLanes.MultiplyAdd(value, TLanes.Load(weights + i + (3 * TLanes.Count)), first3);
            second3 = TLanes.MultiplyAdd(value, TLanes.Load(others + i + (3 * TLanes.Count)), second3);
        }

        for (; i <= inputs - TLanes.Count; i += TLanes.Count)
        {
            TVector value = TLanes.Load(input + i);
            first0 = TLanes.MultiplyAdd(value, TLanes.Load(weights + i), first0);
            second0 = TLanes.MultiplyAdd(value, TLanes.Load(others + i), second0);
        }

        if (i < inputs)
        {
            TVector rest = TLanes.Select(TLanes.LastLanes(inputs - i), TLanes.Load(input + inputs - TLanes.Count), default);
            first1 = TLanes.MultiplyAdd(rest, TLanes.Load(weights + inputs - TLanes.Count), first1);
            second1 = TLanes.MultiplyAdd(rest, TLanes.Load(others + inputs - TLanes.Count), second1);
        }

        first = TLanes.Sum(TLanes.Add(TLanes.Add(first0, first1), TLanes.Add(first2, first3)));
        second = TLanes.Sum(TLanes.Add(TLanes.Add(second0, second1), TLanes.Add(second2, second3)));
    }
}
