using NeuralGen.Kernels.Lanes;
using NeuralGen.Kernels.Matrices.Packed;

namespace NeuralGen.Kernels.Convolutions.Winograd;

/// <summary>Takes some tiles of a sample through the three steps.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static unsafe class WinogradBlock<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    private const int LineLength = 16;

    /// <summary>The distance of two values of all tiles: an odd number of cache lines, so that those of a tile fall into different sets of the first cache.</summary>
    /// <param name="tiles">the number of tiles.</param>
    /// <param name="numbers">how many numbers a value has.</param>
    public static nint Step(int tiles, int numbers) => ((((nint)tiles * numbers) + LineLength - 1) / LineLength | 1) * LineLength;

    /// <summary>Computes some tiles.</summary>
    /// <param name="sample">the sample.</param>
    /// <param name="first">the first of them.</param>
    /// <param name="count">their number.</param>
    /// <param name="strips">the packed numbers of all values of a tile.</param>
    /// <param name="stripSize">the size of those of one value.</param>
    /// <param name="bias">what is added to each unit.</param>
    /// <param name="inputs">room for [values, tiles, channels], of which values have the distance <see cref="Step"/>.</param>
    /// <param name="outputs">room for [values, tiles, units], likewise.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public static void Run(in WinogradSample sample, int first, int count, float* strips, int stripSize, float* bias, float* inputs, float* outputs, bool isRelu)
    {
        float** pixels = stackalloc float*[WinogradForm.MostValues];
        float** added = stackalloc float*[WinogradForm.MostOutputs];
        WinogradForm form = sample.Form;
        for (int tile = 0; tile < count; tile++)
        {
            sample.FindInputs(first + tile, pixels);
            float* target = inputs + ((nint)tile * sample.Channels);
            nint step = Step(count, sample.Channels);
            switch (form.Outputs)
            {
                case 16: WinogradTransforms<TLanes, TVector>.Input4(pixels, sample.Channels, target, step); break;
                case 4 when form.Rows == 2: WinogradTransforms<TLanes, TVector>.Input2(pixels, sample.Channels, target, step); break;
                default: WinogradTransforms<TLanes, TVector>.InputRow(pixels, sample.Channels, target, step); break;
            }
        }

        for (int value = 0; value < form.Values; value++)
        {
            StripLoops<TLanes, TVector>.Forward(
                inputs + (value * Step(count, sample.Channels)), sample.Channels, strips + ((nint)value * stripSize),
                outputs + (value * Step(count, sample.Units)), sample.Units, count, isRelu: false);
        }

        for (int tile = 0; tile < count; tile++)
        {
            sample.FindOutputs(first + tile, pixels, added);
            float* source = outputs + ((nint)tile * sample.Units);
            nint step = Step(count, sample.Units);
            float** others = sample.HasResidual ? added : null;
            switch (form.Outputs)
            {
                case 16: WinogradTransforms<TLanes, TVector>.Output4(source, step, sample.Units, pixels, others, bias, isRelu); break;
                case 4 when form.Rows == 2: WinogradTransforms<TLanes, TVector>.Output2(source, step, sample.Units, pixels, others, bias, isRelu); break;
                default: WinogradTransforms<TLanes, TVector>.OutputRow(source, step, sample.Units, pixels, others, bias, isRelu); break;
            }
        }
    }
}
