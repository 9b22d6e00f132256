using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Takes rows through a convolution whose weights are packed into strips of two vectors of units; the last strip of a group
/// may be one vector.</summary>
/// <remarks>Where a group's units do not fill whole vectors the last vector ends with the last unit and overlaps the one before it,
/// which computes the same numbers twice. Fewer units than one vector has lanes go through memory of our own.</remarks>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe class ConvolutionStrips<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    private const int FewPixels = 12;

    /// <summary>The number of values of the packed weights.</summary>
    /// <param name="shape">the convolution.</param>
    public static int Size(in ConvolutionShape shape) => checked(shape.Groups * (int)GroupSize(shape));

    /// <summary>Packs a layer: strip by strip the bias of its units, then for each tap and channel their weights.</summary>
    /// <param name="weights">[units, channels / groups, kernel].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="strips">receives them.</param>
    public static void Pack(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, float* strips)
    {
        int taps = shape.Window.KernelSize, depth = shape.GroupChannels, vectors = Vectors(shape.GroupUnits);
        for (int group = 0; group < shape.Groups; group++)
        {
            for (int vector = 0; vector < vectors; vector += 2)
            {
                int width = Math.Min(2, vectors - vector) * TLanes.Count;
                Pack(weights, bias, shape, group, vector, width, strips);
                strips += width * (1 + (taps * depth));
            }
        }
    }

    // A strip. Weights of all lanes are read side by side, since those of one lane lie in cache lines of their own.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pack(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, in ConvolutionShape shape, int group, int vector, int width, float* strip)
    {
        int taps = shape.Window.KernelSize, depth = shape.GroupChannels, size = taps * depth;
        int* starts = stackalloc int[2 * TLanes.Count];
        for (int lane = 0; lane < width; lane++)
        {
            int unit = FirstUnit(vector + (lane / TLanes.Count), shape.GroupUnits) + (lane % TLanes.Count);
            bool isUnit = unit < shape.GroupUnits;
            unit += group * shape.GroupUnits;
            strip[lane] = isUnit && !bias.IsEmpty ? bias[unit] : 0;
            starts[lane] = isUnit ? unit * size : -1;
        }

        for (int channel = 0; channel < depth; channel++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                float* target = strip + ((nint)(1 + (tap * depth) + channel) * width);
                int weight = (channel * taps) + tap;
                for (int lane = 0; lane < width; lane++)
                {
                    target[lane] = starts[lane] < 0 ? 0 : weights[starts[lane] + weight];
                }
            }
        }
    }

    /// <summary>Multiplies the weights of each channel of a layer of single pixels by a factor.</summary>
    /// <param name="strips">the packed weights.</param>
    /// <param name="factors">a value per channel.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="scaled">receives the weights, and the bias as it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleChannels(float* strips, ReadOnlySpan<float> factors, int units, float* scaled)
    {
        int vectors = Vectors(units);
        for (int vector = 0; vector < vectors; vector += 2)
        {
            bool isPair = vector + 1 < vectors;
            for (int row = 0; row <= factors.Length; row++)
            {
                TVector factor = TLanes.Broadcast(row == 0 ? 1 : factors[row - 1]);
                TLanes.Store(scaled, TLanes.Multiply(factor, TLanes.Load(strips)));
                if (isPair)
                {
                    TLanes.Store(scaled + TLanes.Count, TLanes.Multiply(factor, TLanes.Load(strips + TLanes.Count)));
                }

                int width = isPair ? 2 * TLanes.Count : TLanes.Count;
                strips += width;
                scaled += width;
            }
        }
    }

    /// <summary>Computes all units for a band of rows.</summary>
    /// <param name="plan">how rows are read.</param>
    /// <param name="runs">what their pixels multiply.</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="strips">the packed weights.</param>
    /// <param name="band">the rows.</param>
    /// <param name="input">what the first tap of the band's first pixel reads.</param>
    /// <param name="output">the band's first pixel.</param>
    /// <param name="residual">what is added to it, or null.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public static void Forward(
        RowPlan plan, TapRuns runs, in ConvolutionShape shape, float* strips, in RowBand band, float* input, float* output, float* residual, bool isRelu)
    {
        ConvolutionBlock block = new()
        {
            InputStep = plan.Width.Stride * (nint)shape.Channels,
            OutputStep = shape.Units,
            IsRelu = isRelu,
        };
        int units = shape.GroupUnits, vectors = Vectors(units), positions = shape.Window.KernelSize * shape.GroupChannels;
        nint inputRow = plan.Height.Stride * plan.RowPitch, outputRow = plan.Width.Output * (nint)shape.Units;
        for (int group = 0; group < shape.Groups; group++)
        {
            float* strip = strips + (group * GroupSize(shape));
            for (int vector = 0; vector < vectors; vector += 2)
            {
                bool isPair = vector + 1 < vectors;
                int width = isPair ? 2 * TLanes.Count : TLanes.Count, first = FirstUnit(vector, units);
                block.Bias = strip;
                block.Weights = strip + width;
                block.SecondUnit = isPair ? FirstUnit(vector + 1, units) - first : 0;
                nint source = group * (nint)shape.GroupChannels, target = (group * (nint)units) + first;
                for (int row = 0; row < band.Rows; row++, source += inputRow, target += outputRow)
                {
                    block.Runs = runs.Of((band.Plane * plan.Height.Output) + band.FirstRow + row, out block.RunCount);
                    float* added = residual is null ? null : residual + target;
                    if (isPair)
                    {
                        ConvolutionTiles<TLanes, TVector>.ForwardPair(block, input + source, output + target, added, band.Pixels);
                    }
                    else if (units >= TLanes.Count)
                    {
                        ConvolutionTiles<TLanes, TVector>.ForwardSingle(block, input + source, output + target, added, band.Pixels);
                    }
                    else
                    {
                        ForwardFew(block, units, input + source, output + target, added, band.Pixels);
                    }
                }

                strip += width * (nint)(1 + positions);
            }
        }
    }

    [SkipLocalsInit]
    private static void ForwardFew(ConvolutionBlock block, int units, float* input, float* output, float* residual, int pixels)
    {
        float* results = stackalloc float[FewPixels * TLanes.Count];
        nint outputStep = block.OutputStep;
        block.OutputStep = TLanes.Count;
        bool isRelu = block.IsRelu;
        block.IsRelu = false;
        for (int start = 0; start < pixels; start += FewPixels)
        {
            int count = Math.Min(FewPixels, pixels - start);
            ConvolutionTiles<TLanes, TVector>.ForwardSingle(block, input + (start * block.InputStep), results, null, count);
            for (int i = 0; i < count * units; i++)
            {
                nint target = ((start + (i / units)) * outputStep) + (i % units);
                float value = results[(i / units * TLanes.Count) + (i % units)] + (residual is null ? 0 : residual[target]);
                output[target] = isRelu && value < 0 ? 0 : value;
            }
        }
    }

    private static nint GroupSize(in ConvolutionShape shape) =>
        Vectors(shape.GroupUnits) * TLanes.Count * (nint)(1 + (shape.Window.KernelSize * shape.GroupChannels));

    private static int Vectors(int units) => (units + TLanes.Count - 1) / TLanes.Count;

    private static int FirstUnit(int vector, int units) => Math.Max(0, Math.Min(vector * TLanes.Count, units - TLanes.Count));
}
