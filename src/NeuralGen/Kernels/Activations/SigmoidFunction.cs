namespace NeuralGen;

/// <summary>1 / (1 + e^-x), the logistic function.</summary>
internal readonly partial struct SigmoidFunction : IElementFunction
{
    public float Value(float x) => 1f / (1f + ScalarMath.Exp(-x));

    public double Value(double x) => 1 / (1 + Math.Exp(-x));

    public float Gradient(float value, float delta) => value * (1f - value) * delta;

    public double Gradient(double value, double delta) => value * (1 - value) * delta;
}
