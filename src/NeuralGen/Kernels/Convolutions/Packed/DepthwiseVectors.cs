using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Takes rows through a depthwise convolution whose weights are packed vector by vector of channels. The last vector ends
/// with the last channel and may overlap the one before it.</summary>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe class DepthwiseVectors<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    // Vectors whose channels are copied and computed together, so that what is read stays in the first cache.
    private static int LineVectors => RowPlan.LineLength / TLanes.Count;

    /// <summary>The number of values of the packed weights.</summary>
    /// <param name="shape">the convolution.</param>
    public static int Size(in ConvolutionShape shape) => checked(Vectors(shape.Channels) * TLanes.Count * (1 + shape.Window.KernelSize));

    /// <summary>Packs a layer: for each vector of channels the bias, then the weights of each tap.</summary>
    /// <param name="weights">[channels, 1, kernel].</param>
    /// <param name="bias">a value per channel, or nothing.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="numbers">receives them.</param>
    public static void Pack(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, float* numbers)
    {
        int taps = shape.Window.KernelSize;
        for (int vector = 0; vector < Vectors(shape.Channels); vector++)
        {
            for (int lane = 0; lane < TLanes.Count; lane++)
            {
                int channel = FirstChannel(vector, shape.Channels) + lane;
                numbers[lane] = bias.IsEmpty ? 0 : bias[channel];
                for (int tap = 0; tap < taps; tap++)
                {
                    numbers[((tap + 1) * TLanes.Count) + lane] = weights[(channel * taps) + tap];
                }
            }

            numbers += TLanes.Count * (1 + taps);
        }
    }

    /// <summary>Computes all channels for a band of rows.</summary>
    /// <param name="plan">how rows are read.</param>
    /// <param name="runs">the rows of the kernel that each row of the output reads with.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="numbers">the packed weights.</param>
    /// <param name="band">the rows.</param>
    /// <param name="input">the sample.</param>
    /// <param name="copy">room for what a band reads of a line of channels.</param>
    /// <param name="output">the band's first pixel.</param>
    /// <param name="residual">what is added to it, or null.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public static void Forward(
        RowPlan plan, TapRuns runs, in ConvolutionShape shape, float* numbers, in RowBand band, float* input, float* copy, float* output, float* residual, bool isRelu)
    {
        ConvolutionBlock block = new()
        {
            InputStep = plan.Width.Stride * (nint)plan.PixelSize,
            OutputStep = shape.Units,
            TapStep = plan.Width.Dilation * (nint)plan.PixelSize,
            KernelWidth = plan.Width.Dilation == 1 ? plan.Width.Kernel : 0,
            Stride = plan.Width.Stride,
            IsRelu = isRelu,
        };
        nint inputRow = plan.Height.Stride * plan.RowPitch, outputRow = plan.Width.Output * (nint)shape.Units;
        float* origin = (plan.IsCopied ? copy : input) + plan.Origin(band);
        int vectors = Vectors(shape.Channels);
        for (int firstVector = 0; firstVector < vectors; firstVector += LineVectors)
        {
            int endVector = Math.Min(vectors, firstVector + LineVectors);
            int firstChannel = FirstChannel(firstVector, shape.Channels);
            if (plan.IsCopied)
            {
                plan.Copy(band, input + firstChannel, shape.Channels, FirstChannel(endVector - 1, shape.Channels) + TLanes.Count - firstChannel, copy);
            }

            for (int row = 0; row < band.Rows; row++)
            {
                block.Runs = runs.Of((band.Plane * plan.Height.Output) + band.FirstRow + row, out block.RunCount);
                for (int vector = firstVector; vector < endVector; vector++)
                {
                    int channel = FirstChannel(vector, shape.Channels);
                    block.Bias = numbers + (vector * TLanes.Count * (nint)(1 + shape.Window.KernelSize));
                    block.Weights = block.Bias + TLanes.Count;
                    nint target = (row * outputRow) + channel;
                    float* added = residual is null ? null : residual + target;
                    if (plan.IsCopied)
                    {
                        DepthwiseTiles<TLanes, TVector>.ForwardRow(block, origin + (row * inputRow) + channel - firstChannel, output + target, added, band.Pixels);
                    }
                    else
                    {
                        DepthwiseTiles<TLanes, TVector>.ForwardPaddedRow(
                            block, origin + (row * inputRow) + channel, output + target, added, band.Pixels, plan.Width.PaddingBefore, plan.PaddingBehind);
                    }
                }
            }
        }
    }

    private static int Vectors(int channels) => (channels + TLanes.Count - 1) / TLanes.Count;

    private static int FirstChannel(int vector, int channels) => Math.Min(vector * TLanes.Count, channels - TLanes.Count);
}
