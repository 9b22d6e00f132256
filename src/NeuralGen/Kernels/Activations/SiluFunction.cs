namespace NeuralGen;

/// <summary>x·sigmoid(x), also called swish (Ramachandran, Zoph and Le 2017).</summary>
internal readonly partial struct SiluFunction : IElementFunction
{
    public float Value(float x) => x / (1f + ScalarMath.Exp(-x));

    public double Value(double x) => x / (1 + Math.Exp(-x));

    public float Gradient(float value, float delta)
    {
        float sigmoid = 1f / (1f + ScalarMath.Exp(-value));
        return (sigmoid + (Value(value) * (1f - sigmoid))) * delta;
    }

    public double Gradient(double value, double delta)
    {
        double sigmoid = 1 / (1 + Math.Exp(-value));
        return (sigmoid + (Value(value) * (1 - sigmoid))) * delta;
    }
}
