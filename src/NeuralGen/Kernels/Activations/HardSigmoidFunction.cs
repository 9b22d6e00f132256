namespace NeuralGen;

/// <summary>(x + 3) / 6 held between 0 and 1.</summary>
internal readonly partial struct HardSigmoidFunction : IElementFunction
{
    public float Value(float x) => (x < -3f ? 0f : x > 3f ? 6f : x + 3f) / 6f;

    public double Value(double x) => (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6;

    public float Gradient(float value, float delta) => value <= 0f || value >= 1f ? 0f : delta / 6f;

    public double Gradient(double value, double delta) => value <= 0 || value >= 1 ? 0 : delta / 6;
}
