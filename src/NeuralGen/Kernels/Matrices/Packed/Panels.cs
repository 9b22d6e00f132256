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
    public static void Forward(float* input, int inputs, TVector* panels, float* output, int units, bool isRelu)
    {
        for (int vectors = (units + TLanes.Count - 1) / TLanes.Count; vectors > 0;)
        {
            int width = PanelWidth.Next(vectors);
            int last = Math.Min(TLanes.Count, units - ((width - 1) * TLanes.Count));
            panels = width switch
            {
                12 => Forward12(input, inputs, panels, output, last, isRelu),
                11 => Forward11(input, inputs, panels, output, last, isRelu),
                10 => Forward10(input, inputs, panels, output, last, isRelu),
                9 => Forward9(input, inputs, panels, output, last, isRelu),
                8 => Forward8(input, inputs, panels, output, last, isRelu),
                7 => Forward7(input, inputs, panels, output, last, isRelu),
                6 => Forward6(input, inputs, panels, output, last, isRelu),
                5 => Forward5(input, inputs, panels, output, last, isRelu),
                4 => Forward4(input, inputs, panels, output, last, isRelu),
                3 => Forward3(input, inputs, panels, output, last, isRelu),
                2 => Forward2(input, inputs, panels, output, last, isRelu),
                _ => Forward1(input, inputs, panels, output, last, isRelu),
            };
            output += width * TLanes.Count;
            units -= width * TLanes.Count;
            vectors -= width;
        }
    }

    /// <summary>Applies the rectifier, if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Activate(TVector sum, bool isRelu) => isRelu ? TLanes.AtLeast(default, sum) : sum;

    /// <summary>Stores a panel's last vector, which may reach beyond the last unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreLast(float* output, TVector value, int count)
    {
        if (count == TLanes.Count)
        {
            TLanes.Store(output, value);
        }
        else
        {
            TLanes.StoreFirst(output, value, count);
        }
    }
}
