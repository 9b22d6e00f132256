namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x above 0 and a multiple of it below, in one comparison.</summary>
internal abstract record RectifierFunction : ElementwiseActivation
{
    /// <summary>Whether the multiple is 0: kernels of dense layers apply that to their results by themselves.</summary>
    public virtual bool IsZeroBelow => false;

    /// <summary>The slope below 0.</summary>
    /// <param name="index">The position of the value.</param>
    public abstract double SlopeBelow(int index);

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override bool IsShort => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;
}
