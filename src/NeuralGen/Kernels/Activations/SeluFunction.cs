namespace NeuralGen;

/// <summary>scale·x above 0, scale·alpha·(e^x - 1) below (Klambauer et al. 2017).</summary>
internal readonly partial struct SeluFunction : IElementFunction
{
    private const double Scale = 1.0507009873554805;
    private const double ScaledAlpha = Scale * 1.6732632423543772;

    public float Value(float x) => x > 0f ? (float)Scale * x : (float)ScaledAlpha * NeuralMath.ExpMinusOne(x);

    public double Value(double x) => x > 0 ? Scale * x : ScaledAlpha * NeuralMath.ExpMinusOne(x);

    public float Gradient(float value, float delta) => value > 0f ? (float)Scale * delta : (value + (float)ScaledAlpha) * delta;

    public double Gradient(double value, double delta) => value > 0 ? Scale * delta : (value + ScaledAlpha) * delta;
}
