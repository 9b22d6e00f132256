using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Multiplies the panels of a packed layer with those inputs that are not 0: the weights of the others need not come from memory. The sums have
/// the same bits as with all inputs, but for the sign of zero.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe partial class SparsePanels<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    /// <summary>Computes all units of a layer whose panels are wide.</summary>
    /// <param name="input">a value per input.</param>
    /// <param name="inputs">the number of inputs.</param>
    /// <param name="places">the numbers of those that are not 0, in ascending order.</param>
    /// <param name="panels">the packed numbers.</param>
    /// <param name="output">receives a value per unit.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public static void Forward(float* input, int inputs, ReadOnlySpan<int> places, TVector* panels, float* output, int units, bool isRelu)
    {
        for (int vectors = (units + TLanes.Count - 1) / TLanes.Count; vectors > 0;)
        {
            int width = PanelWidth.Next(vectors);
            int last = Math.Min(TLanes.Count, units - ((width - 1) * TLanes.Count));
            switch (width)
            {
                case 12: Forward12(input, places, panels, output, last, isRelu); break;
                case 11: Forward11(input, places, panels, output, last, isRelu); break;
                case 10: Forward10(input, places, panels, output, last, isRelu); break;
                case 9: Forward9(input, places, panels, output, last, isRelu); break;
                case 8: Forward8(input, places, panels, output, last, isRelu); break;
                default: Forward7(input, places, panels, output, last, isRelu); break;
            }

            panels += width * (nint)(inputs + 1);
            output += width * TLanes.Count;
            units -= width * TLanes.Count;
            vectors -= width;
        }
    }
}
