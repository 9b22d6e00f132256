namespace NeuralGen.Kernels.Arithmetic;

/// <summary>The arithmetic of double.</summary>
internal readonly struct DoubleArithmetic : IArithmetic<double>
{
    public double Lowest => double.NegativeInfinity;

    public double Add(double left, double right) => left + right;

    public double MultiplyAdd(double left, double right, double addend) => (left * right) + addend;

    public double Divide(double value, int divisor) => value / divisor;

    public bool Exceeds(double value, double largest) => value > largest || double.IsNaN(value);
}
