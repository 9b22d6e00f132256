namespace NeuralGen;

/// <summary>x·tanh(ln(1 + e^x)) (Misra 2019).</summary>
internal readonly partial struct MishFunction : IElementFunction
{
    public float Value(float x) => x * ScalarMath.Tanh(NeuralMath.Softplus(x));

    public double Value(double x) => x * Math.Tanh(NeuralMath.Softplus(x));

    public float Gradient(float value, float delta)
    {
        float tanh = ScalarMath.Tanh(NeuralMath.Softplus(value));
        float sigmoid = 1f / (1f + ScalarMath.Exp(-value));
        return (tanh + (value * sigmoid * (1f - (tanh * tanh)))) * delta;
    }

    public double Gradient(double value, double delta)
    {
        double tanh = Math.Tanh(NeuralMath.Softplus(value));
        double sigmoid = 1 / (1 + Math.Exp(-value));
        return (tanh + (value * sigmoid * (1 - (tanh * tanh)))) * delta;
    }
}
