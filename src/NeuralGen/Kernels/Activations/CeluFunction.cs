namespace NeuralGen;

/// <summary>x above 0, alpha·(e^(x/alpha) - 1) below (Barron 2017).</summary>
/// <param name="alpha">the function's parameter.</param>
internal readonly partial struct CeluFunction(double alpha) : IElementFunction
{
    private readonly Alpha _alpha = new(alpha);

    public float Value(float x) => x > 0f ? x : _alpha.Single * NeuralMath.ExpMinusOne(x / _alpha.Single);

    public double Value(double x) => x > 0 ? x : _alpha.Double * NeuralMath.ExpMinusOne(x / _alpha.Double);

    public float Gradient(float value, float delta) => value > 0f ? delta : ((value / _alpha.Single) + 1f) * delta;

    public double Gradient(double value, double delta) => value > 0 ? delta : ((value / _alpha.Double) + 1) * delta;
}
