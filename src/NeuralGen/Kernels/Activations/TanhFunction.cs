namespace NeuralGen;

/// <summary>The hyperbolic tangent.</summary>
internal readonly partial struct TanhFunction : IElementFunction
{
    public float Value(float x) => ScalarMath.Tanh(x);

    public double Value(double x) => Math.Tanh(x);

    public float Gradient(float value, float delta) => (1f - (value * value)) * delta;

    public double Gradient(double value, double delta) => (1 - (value * value)) * delta;
}
