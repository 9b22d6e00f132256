#if NET
using System.Numerics;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>An activation function of a whole row of values, as <see cref="Rowwise"/> applies it to many rows.</summary>
/// <remarks>Loops take an implementation as a type argument, for which the JIT compiles them anew. The library has all
/// implementations.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowFunction
{
    /// <summary>Computes the function of one row by its formula.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each; may be the same.</param>
    public void Values(ReadOnlySpan<float> input, Span<float> output);

    /// <inheritdoc cref="Values(ReadOnlySpan{float}, Span{float})"/>
    public void Values(ReadOnlySpan<double> input, Span<double> output);

    /// <summary>Computes the derivatives of the loss by the values before activation.</summary>
    /// <param name="values">the function's results.</param>
    /// <param name="deltas">the derivatives of the loss by them.</param>
    /// <param name="inputDeltas">receives the derivatives by the values before activation; may be one of the others.</param>
    public void Gradients(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas);

    /// <inheritdoc cref="Gradients(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public void Gradients(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas);

#if NET
    /// <summary>Gets whether the gradient is made of sums and products alone, so that vectors are exact in either precision.</summary>
    internal bool HasPlainGradient { get; }

    /// <summary>Computes the function of one row on vectors.</summary>
    internal unsafe void Values<TLanes, TVector, T>(T* input, T* output, int columns)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Computes the derivatives of the loss by the values before activation on vectors.</summary>
    internal unsafe void Gradients<TLanes, TVector, T>(T* values, T* deltas, T* inputDeltas, int columns)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>;
#endif
}
