namespace NeuralGen;

/// <summary>x·Φ(x) with the normal distribution's Φ (Hendrycks and Gimpel 2016).</summary>
internal readonly partial struct GeluFunction : IElementFunction
{
    private const double HalfRoot = 0.70710678118654752;
    private const double NormalPeak = 0.3989422804014327;

    public float Value(float x) => 0.5f * x * (1f + NeuralMath.Erf(x * (float)HalfRoot));

    public double Value(double x) => 0.5 * x * (1 + NeuralMath.Erf(x * HalfRoot));

    public float Gradient(float value, float delta)
    {
        float cumulative = 0.5f * (1f + NeuralMath.Erf(value * (float)HalfRoot));
        float density = (float)NormalPeak * ScalarMath.Exp(-0.5f * value * value);
        return (cumulative + (value * density)) * delta;
    }

    public double Gradient(double value, double delta)
    {
        double cumulative = 0.5 * (1 + NeuralMath.Erf(value * HalfRoot));
        double density = NormalPeak * Math.Exp(-0.5 * value * value);
        return (cumulative + (value * density)) * delta;
    }
}
