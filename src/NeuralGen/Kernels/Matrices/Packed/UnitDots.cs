using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Multiplies one row with the weights of few units, with vectors along the inputs: along the units most lanes would lie idle. Four sums
/// run at once, since a fused multiply-add takes four cycles.</summary>
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
    /// <param name="numbers">the biases, then the weights, [units, inputs].</param>
    /// <param name="output">receives a value per unit.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Forward(float* input, int inputs, float* numbers, float* output, int units, bool isRelu)
    {
        float* weights = numbers + units;
        for (int unit = 0; unit < units; unit++)
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

            float total = numbers[unit] + TLanes.Sum(TLanes.Add(TLanes.Add(sum0, sum1), TLanes.Add(sum2, sum3)));
            output[unit] = isRelu && total < 0 ? 0 : total;
            weights += inputs;
        }
    }
}
