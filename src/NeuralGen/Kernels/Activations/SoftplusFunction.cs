namespace NeuralGen;

/// <summary>ln(1 + e^x), without overflow.</summary>
internal readonly partial struct SoftplusFunction : IElementFunction
{
    public float Value(float x) => NeuralMath.Softplus(x);

    public double Value(double x) => NeuralMath.Softplus(x);

    public float Gradient(float value, float delta) => delta / (1f + ScalarMath.Exp(-value));

    public double Gradient(double value, double delta) => delta / (1 + Math.Exp(-value));
}
