namespace NeuralGen;

/// <summary>The approximation of gelu by tanh (Hendrycks and Gimpel 2016).</summary>
internal readonly partial struct GeluTanhFunction : IElementFunction
{
    private const double Factor = 0.79788456080286536;
    private const double Triple = 3 * 0.044715;

    public float Value(float x) => 0.5f * x * (1f + ScalarMath.Tanh((float)Factor * (x + (0.044715f * x * x * x))));

    public double Value(double x) => 0.5 * x * (1 + Math.Tanh(Factor * (x + (0.044715 * x * x * x))));

    public float Gradient(float value, float delta)
    {
        float square = value * value;
        float tanh = ScalarMath.Tanh((float)Factor * value * (1f + (0.044715f * square)));
        float slope = (float)Factor * (1f + ((float)Triple * square));
        return 0.5f * (1f + tanh + (value * (1f - (tanh * tanh)) * slope)) * delta;
    }

    public double Gradient(double value, double delta)
    {
        double square = value * value;
        double tanh = Math.Tanh(Factor * value * (1 + (0.044715 * square)));
        double slope = Factor * (1 + (Triple * square));
        return 0.5 * (1 + tanh + (value * (1 - (tanh * tanh)) * slope)) * delta;
    }
}
