using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// A convolution before its activation: output[u, p] = bias[u] + Σ weights[u, c, t]·input[c, pixel(p, t)], over the channels of the
/// unit's group and the taps of the window (a cross-correlation, as PyTorch's). A transposed one exchanges the two: each input goes
/// where the window, sliding over the output, would have read it from (Zeiler et al. 2010).
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Window">How the kernel slides; of a transposed one over the output.</param>
/// <param name="Channels">How many channels the input has.</param>
/// <param name="Units">How many channels the output has.</param>
/// <param name="Groups">Into how many groups, which have nothing to do with each other, channels and units are divided.</param>
/// <param name="Weights">Row-major [units, channels / groups, taps]; of a transposed one [channels, units / groups, taps].</param>
/// <param name="Bias">A value per unit, or null when the layer has none.</param>
internal sealed record ConvolutionOperation(
    string Layer, EquatableArray<int> Inputs, int Output, Window Window, int Channels, int Units, int Groups, NetworkNumbers Weights, NetworkNumbers? Bias)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>Whether the weights are declared; if not, training begins with random ones.</summary>
    public bool AreWeightsDeclared { get; init; } = true;

    /// <summary>Whether the window slides over the output, and its positions are the input.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>Whether the channels of a pixel are neighbours.</summary>
    public bool AreChannelsLast { get; init; }

    /// <summary>Whether a declaration calls the layer dense: one that each row of features goes through.</summary>
    public bool IsDense { get; init; }

    /// <summary>What the names of its numbers begin with, where it is a part of a layer that has others.</summary>
    public string NumbersPrefix { get; init; } = "";

    /// <summary>Whether it is a part of a recurrent layer, and what the names of its numbers end with there; null where it is a layer of its own.</summary>
    public string? RecurrentSuffix { get; init; }

    /// <summary>The layers that a pass has worked into the weights and the bias, for who reads the code.</summary>
    public EquatableArray<string> FoldedLayers { get; init; }

    /// <summary>The layers before it that only add padding, which it has taken over.</summary>
    public EquatableArray<string> PaddedBy { get; init; }

    /// <summary>How many channels each unit reads.</summary>
    public int GroupChannels => Channels / Groups;

    /// <summary>How many units read each channel.</summary>
    public int GroupUnits => Units / Groups;

    /// <summary>How many weights each unit has.</summary>
    public int UnitWeights => GroupChannels * Window.Taps;

    /// <summary>How many pixels it reads.</summary>
    public int InputPixels => IsTransposed ? Window.OutputPixels : Window.InputPixels;

    /// <summary>How many pixels it writes.</summary>
    public int OutputPixels => IsTransposed ? Window.InputPixels : Window.OutputPixels;

    /// <inheritdoc/>
    public override string Kind => IsDense ? "dense" : IsTransposed ? "transposed_convolution" : "convolution";

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters =>
        // Of a recurrent layer the other operation names the bias, behind its own weights.
        Bias is null || RecurrentSuffix is not null
            ? [new Parameter(Layer, NumbersPrefix + "weights" + RecurrentSuffix, Weights)]
            : [new Parameter(Layer, NumbersPrefix + "weights", Weights), new Parameter(Layer, NumbersPrefix + "bias", Bias)];

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Weights.Count * Window.OutputPixels;

    /// <summary>Where the input's values lie.</summary>
    public PixelOrder InputOrder => new(Channels, InputPixels, AreChannelsLast);

    /// <summary>Where the output's values lie.</summary>
    public PixelOrder OutputOrder => new(Units, OutputPixels, AreChannelsLast);

    /// <summary>The input pixel that each tap meets at each output pixel: a row of taps per pixel; -1 for none.</summary>
    public int[] Sources() => IsTransposed ? Window.Positions() : Window.Sources();

    /// <summary>The unit that a weight belongs to.</summary>
    /// <param name="weight">The position of the weight.</param>
    public int UnitOf(int weight)
    {
        int row = weight / Window.Taps;
        return IsTransposed ? (row / GroupUnits / GroupChannels * GroupUnits) + (row % GroupUnits) : row / GroupChannels;
    }

    /// <summary>The position of the first tap's weight.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="channel">The channel, counted within the unit's group.</param>
    private int FirstWeight(int unit, int channel) => Window.Taps * (IsTransposed
        ? (((unit / GroupUnits * GroupChannels) + channel) * GroupUnits) + (unit % GroupUnits)
        : (unit * GroupChannels) + channel);

    /// <summary>The products of one output: the position of the weight and that of the input, in the order of the weights.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="pixel">The output pixel.</param>
    /// <param name="sources">The pixels that the taps meet.</param>
    public IEnumerable<(int Weight, int Input)> Products(int unit, int pixel, int[] sources)
    {
        int taps = Window.Taps;
        int firstChannel = unit / GroupUnits * GroupChannels;
        for (int channel = 0; channel < GroupChannels; channel++)
        {
            int row = FirstWeight(unit, channel);
            for (int tap = 0; tap < taps; tap++)
            {
                int source = sources[(pixel * taps) + tap];
                if (source >= 0)
                {
                    yield return (row + tap, InputOrder.At(firstChannel + channel, source));
                }
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>A weight of zero ignores its input, NaN and infinities included.</remarks>
    [MethodImpl(ColdBuild.Optimized)]
    public override double[] Evaluate(double[][] inputs)
    {
        double[] input = inputs[0];
        int[] sources = Sources();
        (int taps, int pixels, int inner) = (Window.Taps, OutputPixels, GroupChannels);
        (PixelOrder from, PixelOrder to) = (InputOrder, OutputOrder);
        double[] output = new double[Units * pixels];
        for (int unit = 0; unit < Units; unit++)
        {
            int firstChannel = unit / GroupUnits * inner;
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                double sum = 0;
                for (int channel = 0; channel < inner; channel++)
                {
                    int row = FirstWeight(unit, channel);
                    for (int tap = 0; tap < taps; tap++)
                    {
                        int source = sources[(pixel * taps) + tap];
                        double weight = source < 0 ? 0 : Weights[row + tap];
                        sum += weight == 0 ? 0 : weight * input[from.At(firstChannel + channel, source)];
                    }
                }

                output[to.At(unit, pixel)] = Bias is null ? sum : sum + Bias[unit];
            }
        }

        return output;
    }

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        // The outermost values of an image may be read by nobody; beyond a size that is unrolled it makes no difference.
        if (size > MostExactElements)
        {
            return base.NeededInputs(input, size, needed);
        }

        bool[] result = new bool[size];
        int[] sources = Sources();
        PixelOrder order = OutputOrder;
        for (int unit = 0; unit < Units; unit++)
        {
            for (int pixel = 0; pixel < OutputPixels; pixel++)
            {
                foreach ((int weight, int source) in needed[order.At(unit, pixel)] ? Products(unit, pixel, sources) : [])
                {
                    result[source] |= Weights[weight] != 0;
                }
            }
        }

        return result;
    }
}
