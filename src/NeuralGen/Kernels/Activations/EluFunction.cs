namespace NeuralGen;

/// <summary>x above 0, alpha·(e^x - 1) below (Clevert, Unterthiner and Hochreiter 2015).</summary>
/// <param name="alpha">the function's parameter.</param>
internal readonly partial struct EluFunction(double alpha) : IElementFunction
{
    private readonly Alpha _alpha = new(alpha);

    public float Value(float x) => x > 0f ? x : _alpha.Single * NeuralMath.ExpMinusOne(x);

    public double Value(double x) => x > 0 ? x : _alpha.Double * NeuralMath.ExpMinusOne(x);

    public float Gradient(float value, float delta) => value > 0f ? delta : (value + _alpha.Single) * delta;

    public double Gradient(double value, double delta) => value > 0 ? delta : (value + _alpha.Double) * delta;
}
