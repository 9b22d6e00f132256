namespace NeuralGen.Tests.Kernels;

/// <summary>Inverse hyperbolic functions, against logarithms.</summary>
public class HyperbolicTests
{
    [Fact]
    public void Inverse_functions_are_logarithms()
    {
        Assert.Equal(Math.Log(1 + Math.Sqrt(2)), NeuralMath.Asinh(1.0), 1e-15);
        Assert.Equal(-Math.Log(1 + Math.Sqrt(2)), NeuralMath.Asinh(-1f), 1e-7);
        Assert.Equal(Math.Log(2 + Math.Sqrt(3)), NeuralMath.Acosh(2.0), 1e-15);
        Assert.Equal(Math.Log(2 + Math.Sqrt(3)), NeuralMath.Acosh(2f), 1e-7);
        Assert.Equal(Math.Log(3) / 2, NeuralMath.Atanh(0.5), 1e-15);
        Assert.Equal(-Math.Log(3) / 2, NeuralMath.Atanh(-0.5f), 1e-7);
    }
}
