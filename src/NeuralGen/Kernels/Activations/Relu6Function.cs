namespace NeuralGen;

/// <summary>x held between 0 and 6.</summary>
internal readonly partial struct Relu6Function : IElementFunction
{
    public float Value(float x) => x < 0f ? 0f : x > 6f ? 6f : x;

    public double Value(double x) => x < 0 ? 0 : x > 6 ? 6 : x;

    public float Gradient(float value, float delta) => value <= 0f || value >= 6f ? 0f : delta;

    public double Gradient(double value, double delta) => value <= 0 || value >= 6 ? 0 : delta;
}
