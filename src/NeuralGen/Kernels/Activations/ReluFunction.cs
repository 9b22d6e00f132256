namespace NeuralGen;

/// <summary>0 if x is less than 0, else x.</summary>
internal readonly partial struct ReluFunction : IElementFunction
{
    public float Value(float x) => x < 0f ? 0f : x;

    public double Value(double x) => x < 0 ? 0 : x;

    public float Gradient(float value, float delta) => value <= 0f ? 0f : delta;

    public double Gradient(double value, double delta) => value <= 0 ? 0 : delta;
}
