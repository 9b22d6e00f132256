namespace NeuralGen;

/// <summary>x / (1 + |x|).</summary>
internal readonly partial struct SoftsignFunction : IElementFunction
{
    public float Value(float x) => x / (1f + Math.Abs(x));

    public double Value(double x) => x / (1 + Math.Abs(x));

    public float Gradient(float value, float delta)
    {
        float divisor = 1f + Math.Abs(value);
        return delta / (divisor * divisor);
    }

    public double Gradient(double value, double delta)
    {
        double divisor = 1 + Math.Abs(value);
        return delta / (divisor * divisor);
    }
}
