#if NET
using System.Numerics;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>An activation function of one value, as <see cref="Elementwise"/> applies it to many.</summary>
/// <remarks>Loops take an implementation as a type argument, for which the JIT compiles them anew. Arguments of the function are
/// fields. The library has all implementations.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementFunction
{
    /// <summary>Computes the function by its formula.</summary>
    /// <param name="x">any number.</param>
    /// <returns>the function's value.</returns>
    public float Value(float x);

    /// <inheritdoc cref="Value(float)"/>
    public double Value(double x);

    /// <summary>Computes the derivative of the loss by x.</summary>
    /// <param name="value">the function's result where the derivative can be written with it, else x.</param>
    /// <param name="delta">the derivative of the loss by the function's result.</param>
    /// <returns>the derivative.</returns>
    public float Gradient(float value, float delta);

    /// <inheritdoc cref="Gradient(float, float)"/>
    public double Gradient(double value, double delta);

#if NET
    /// <summary>Gets whether the function is made of sums, products and comparisons alone, so that vectors give the bits of its
    /// formula in either precision. Others have the exactness of floats on vectors.</summary>
    internal bool IsPlain { get; }

    /// <summary>Gets whether the derivative is such.</summary>
    internal bool HasPlainGradient { get; }

    /// <summary>Computes the function of every lane.</summary>
    internal TVector Value<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Computes the derivative of the loss by x for every lane.</summary>
    internal TVector Gradient<TLanes, TVector, T>(TVector value, TVector delta)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, IFloatingPointIeee754<T>;
#endif
}
