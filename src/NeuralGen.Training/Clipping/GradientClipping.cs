using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Limits a gradient, so that a rare steep place of the loss does not throw the parameters far away.</summary>
public abstract class GradientClipping
{
    /// <summary>Gets the name and the limit as one line of text; a checkpoint can be resumed only with the same.</summary>
    public abstract string Settings { get; }

    /// <summary>Makes a clipping that scales the whole gradient down to a norm; its direction stays.</summary>
    /// <param name="maximum">the largest norm, above 0.</param>
    /// <returns>the clipping.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the maximum is not above 0.</exception>
    public static GradientClipping ByGlobalNorm(double maximum) => new GlobalNormClipping(maximum);

    /// <summary>Makes a clipping that limits every value of the gradient to [-maximum, maximum].</summary>
    /// <param name="maximum">the largest magnitude, above 0.</param>
    /// <returns>the clipping.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the maximum is not above 0.</exception>
    public static GradientClipping ByValue(double maximum) => new ValueClipping(maximum);

    /// <summary>Limits a gradient in place.</summary>
    /// <typeparam name="T">the type of the gradient.</typeparam>
    /// <param name="gradient">the gradient; its values are finite.</param>
    public abstract void Apply<T>(Span<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
