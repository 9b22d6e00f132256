namespace NeuralGen;

/// <summary>x held between -1 and 1.</summary>
internal readonly partial struct HardTanhFunction : IElementFunction
{
    public float Value(float x) => x < -1f ? -1f : x > 1f ? 1f : x;

    public double Value(double x) => x < -1 ? -1 : x > 1 ? 1 : x;

    public float Gradient(float value, float delta) => value <= -1f || value >= 1f ? 0f : delta;

    public double Gradient(double value, double delta) => value <= -1 || value >= 1 ? 0 : delta;
}
