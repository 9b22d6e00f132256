using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Multiplies the panels of a packed layer with an input: each input is spread over a vector and multiplied with the
/// weights of neighbouring units, whose sums stay in registers. At least eight sums run at once, in parts where there are fewer
/// units, since a fused multiply-add takes four cycles and two begin in each.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe partial class Panels<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    /// <summary>Computes all units.</summary>
    /// <param name="input">a value per input.</param>
    /// <param name="inputs">the number of inputs.</param>
    /// <param name="panels">the packed numbers.</param>
    /// <param name="output">receives a value per unit.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    [SkipLocalsInit]
    public static void Forward(float* input, int inputs, TVector* panels, float* output, int units, bool isRelu)
    {
        float* results = stackalloc float[12 * 16];
        int vectors = (units + TLanes.Count - 1) / TLanes.Count;
        while (vectors > 0)
        {
            // The last vector may reach beyond the last unit, and then goes through memory of our own.
            int width = PanelWidth.Next(vectors);
            bool isWhole = width * TLanes.Count <= units;
            TVector* target = (TVector*)(isWhole ? output : results);
            panels = width switch
            {
                12 => Forward12(input, inputs, panels, target, isRelu),
                8 => Forward8(input, inputs, panels, target, isRelu),
                6 => Forward6(input, inputs, panels, target, isRelu),
                4 => Forward4(input, inputs, panels, target, isRelu),
                3 => Forward3(input, inputs, panels, target, isRelu),
                2 => Forward2(input, inputs, panels, target, isRelu),
                _ => Forward1(input, inputs, panels, target, isRelu),
            };
            if (!isWhole)
            {
                new ReadOnlySpan<float>(results, units).CopyTo(new Span<float>(output, units));
            }

            output += width * TLanes.Count;
            units -= width * TLanes.Count;
            vectors -= width;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Activate(TVector sum, bool isRelu) => isRelu ? TLanes.AtLeast(default, sum) : sum;
}
