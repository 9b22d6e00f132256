using System.ComponentModel;
using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Resampling;

namespace NeuralGen;

/// <summary>Brings planes of one to three axes to another size, and its gradient. Emitted networks make one per layer and keep it.</summary>
/// <remarks>The methods are safe to call from any thread and allocate nothing. A span that is written must not overlap the other.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SpatialResampling
{
    private const int MostAxes = 3;

    /// <summary>Describes what is taken along each axis, the outermost first.</summary>
    /// <param name="axes">one to three axes.</param>
    /// <exception cref="ArgumentException">there are more, or none.</exception>
    public SpatialResampling(params ResamplingAxis[] axes)
    {
        if (axes is null || axes.Length is 0 or > MostAxes)
        {
            throw new ArgumentException("One to three axes are needed.", nameof(axes));
        }

        Width = axes[axes.Length - 1];
        Height = axes.Length > 1 ? axes[axes.Length - 2] : ResamplingAxis.Single;
        Depth = axes.Length > 2 ? axes[0] : ResamplingAxis.Single;
    }

    internal ResamplingAxis Depth { get; }

    internal ResamplingAxis Height { get; }

    internal ResamplingAxis Width { get; }

    internal int InputPixels => Depth.Input * Height.Input * Width.Input;

    internal int OutputPixels => Depth.Output * Height.Output * Width.Output;

    /// <summary>Computes the output.</summary>
    /// <param name="input">planes of the input, one behind the other.</param>
    /// <param name="output">as many planes of the output; overwritten.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public void Forward(ReadOnlySpan<float> input, Span<float> output) =>
        ResamplingPasses<float, SingleArithmetic>.Forward(this, axis => axis.Singles, input, output);

    /// <inheritdoc cref="Forward(ReadOnlySpan{float}, Span{float})"/>
    public void Forward(ReadOnlySpan<double> input, Span<double> output) =>
        ResamplingPasses<double, DoubleArithmetic>.Forward(this, axis => axis.Doubles, input, output);

    /// <summary>Adds the gradient by the input.</summary>
    /// <param name="deltas">the gradient by the output.</param>
    /// <param name="inputDeltas">the gradient by the input; added to.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public void AddInputGradient(ReadOnlySpan<float> deltas, Span<float> inputDeltas) =>
        ResamplingPasses<float, SingleArithmetic>.AddInputGradient(this, axis => axis.Singles, deltas, inputDeltas);

    /// <inheritdoc cref="AddInputGradient(ReadOnlySpan{float}, Span{float})"/>
    public void AddInputGradient(ReadOnlySpan<double> deltas, Span<double> inputDeltas) =>
        ResamplingPasses<double, DoubleArithmetic>.AddInputGradient(this, axis => axis.Doubles, deltas, inputDeltas);
}
