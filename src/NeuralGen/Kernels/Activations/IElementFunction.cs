namespace NeuralGen;

/// <summary>An activation function of one value, as the formulas of emitted code have it.</summary>
/// <remarks>Loops take an implementation as a type argument, for which the JIT compiles them anew. Parameters are fields.</remarks>
internal partial interface IElementFunction
{
    /// <summary>Computes the function.</summary>
    public float Value(float x);

    /// <inheritdoc cref="Value(float)"/>
    public double Value(double x);

    /// <summary>Computes the derivative of the loss by x.</summary>
    /// <param name="value">the function's result where the derivative can be written with it, else x.</param>
    /// <param name="delta">the derivative of the loss by the function's result.</param>
    public float Gradient(float value, float delta);

    /// <inheritdoc cref="Gradient(float, float)"/>
    public double Gradient(double value, double delta);
}
