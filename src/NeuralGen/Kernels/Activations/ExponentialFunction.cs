namespace NeuralGen;

/// <summary>e^x.</summary>
internal readonly partial struct ExponentialFunction : IElementFunction
{
    public float Value(float x) => ScalarMath.Exp(x);

    public double Value(double x) => Math.Exp(x);

    public float Gradient(float value, float delta) => value * delta;

    public double Gradient(double value, double delta) => value * delta;
}
