namespace NeuralGen.Kernels.Arithmetic;

/// <summary>The arithmetic of float.</summary>
internal readonly struct SingleArithmetic : IArithmetic<float>
{
    public float Lowest => float.NegativeInfinity;

    public float Add(float left, float right) => left + right;

    public float MultiplyAdd(float left, float right, float addend) => (left * right) + addend;

    public float Divide(float value, int divisor) => value / divisor;

    public bool Exceeds(float value, float largest) => value > largest || float.IsNaN(value);
}
