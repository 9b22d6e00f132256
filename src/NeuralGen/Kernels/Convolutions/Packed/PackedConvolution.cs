using System.ComponentModel;
using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Functions;

namespace NeuralGen;

/// <summary>The weights of a convolution in the order in which its pixels are multiplied with them. Emitted networks make one per
/// layer and keep it.</summary>
/// <remarks>The methods are safe to call from any thread and allocate nothing; the outputs of a sample have the same bits whatever
/// samples stand beside it. The output must not overlap another span.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PackedConvolution
{
    private readonly SpatialWindow _window;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly int _groups;

    /// <summary>Packs the weights of a layer.</summary>
    /// <param name="weights">the weights in PyTorch's order: [units, channels / groups, kernel].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="window">what each pixel of the output reads.</param>
    /// <param name="channels">the number of values per pixel of the input.</param>
    /// <param name="units">the number of values per pixel of the output.</param>
    /// <param name="groups">the number of groups, which divides channels and units.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public PackedConvolution(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, SpatialWindow window, int channels, int units, int groups)
    {
        ConvolutionShape shape = ConvolutionShape.Of(window, groups, channels, units, (nameof(weights), weights.Length));
        shape.CheckBias(nameof(bias), bias.Length, units);
        _weights = weights.ToArray();
        _bias = bias.ToArray();
        _window = window;
        _groups = groups;
    }

    /// <summary>Computes output[s,p,u] = bias[u] + Σ input[s,q,c]·weights[u,c,k].</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward(ReadOnlySpan<float> input, Span<float> output, int samples) => Run(input, default, output, samples);

    /// <summary>Computes the same and adds a residual.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="residual">[samples, output pixels, units].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, int samples) =>
        Run(input, Checked(residual, output.Length), output, samples);

    /// <summary>Computes the same with the activation max(0, x), which keeps NaN.</summary>
    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, Span{float}, int)"/>
    public void ForwardRelu(ReadOnlySpan<float> input, Span<float> output, int samples) => Forward(input, output, samples, default(Relu));

    /// <summary>Computes the same, adds a residual, and applies the activation max(0, x), which keeps NaN.</summary>
    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, int)"/>
    public void ForwardRelu(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, int samples) =>
        Forward(input, residual, output, samples, default(Relu));

    /// <summary>Computes the same with an activation.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="function">the activation.</param>
    /// <typeparam name="TFunction">its type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward<TFunction>(ReadOnlySpan<float> input, Span<float> output, int samples, TFunction function)
        where TFunction : struct, IElementFunction
    {
        Run(input, default, output, samples);
        Elementwise.Apply(output, output, function);
    }

    /// <summary>Computes the same, adds a residual, and applies an activation.</summary>
    /// <param name="input">[samples, input pixels, channels].</param>
    /// <param name="residual">[samples, output pixels, units].</param>
    /// <param name="output">[samples, output pixels, units]; overwritten.</param>
    /// <param name="samples">the number of samples.</param>
    /// <param name="function">the activation.</param>
    /// <typeparam name="TFunction">its type, for which the loop is compiled.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Forward<TFunction>(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, int samples, TFunction function)
        where TFunction : struct, IElementFunction
    {
        Run(input, Checked(residual, output.Length), output, samples);
        Elementwise.Apply(output, output, function);
    }

    private static ReadOnlySpan<float> Checked(ReadOnlySpan<float> residual, int length)
    {
        if (residual.Length != length)
        {
            SpanLength.Throw(nameof(residual), residual.Length, length);
        }

        return residual;
    }

    private void Run(ReadOnlySpan<float> input, ReadOnlySpan<float> residual, Span<float> output, int samples)
    {
        ConvolutionKernels.Forward(_weights, _bias, input, output, _window, _groups, samples);
        for (int i = 0; i < residual.Length; i++)
        {
            output[i] += residual[i];
        }
    }
}
