namespace NeuralGen;

/// <summary>x above 0, alpha·x below.</summary>
/// <param name="alpha">the function's parameter.</param>
internal readonly partial struct LeakyReluFunction(double alpha) : IElementFunction
{
    private readonly Alpha _alpha = new(alpha);

    public float Value(float x) => x > 0f ? x : _alpha.Single * x;

    public double Value(double x) => x > 0 ? x : _alpha.Double * x;

    public float Gradient(float value, float delta) => value > 0f ? delta : _alpha.Single * delta;

    public double Gradient(double value, double delta) => value > 0 ? delta : _alpha.Double * delta;
}
