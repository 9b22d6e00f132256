namespace NeuralGen;

/// <summary>x times the hard sigmoid of x.</summary>
internal readonly partial struct HardSwishFunction : IElementFunction
{
    public float Value(float x) => x * (x < -3f ? 0f : x > 3f ? 6f : x + 3f) / 6f;

    public double Value(double x) => x * (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6;

    public float Gradient(float value, float delta) => value <= -3f ? 0f : value < 3f ? ((value / 3f) + 0.5f) * delta : delta;

    public double Gradient(double value, double delta) => value <= -3 ? 0 : value < 3 ? ((value / 3) + 0.5) * delta : delta;
}
