using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>How numbers and mathematical functions are written in a network's precision on the project's framework.</summary>
/// <param name="precision">The precision.</param>
/// <param name="platform">What the project's framework offers.</param>
internal sealed class Arithmetic(Precision precision, TargetPlatform platform)
{
    /// <summary>The precision.</summary>
    public Precision Precision => precision;

    /// <summary>The type of number.</summary>
    public string Type => precision == Precision.Single ? "float" : "double";

    /// <summary>A number.</summary>
    public string Literal(double value) => Emission.Literal.Number(value, precision);

    /// <summary>e^x.</summary>
    public string Exp(string x) => Call("Exp", x);

    /// <summary>The natural logarithm.</summary>
    public string Log(string x) => Call("Log", x);

    /// <summary>The hyperbolic tangent.</summary>
    public string Tanh(string x) => Call("Tanh", x);

    /// <summary>The square root.</summary>
    public string Sqrt(string x) => Call("Sqrt", x);

    /// <summary>The magnitude.</summary>
    public string Abs(string x) => $"global::System.Math.Abs({x})";

    /// <summary>The error function.</summary>
    public string Erf(string x) => $"global::NeuralGen.NeuralMath.Erf({x})";

    /// <summary>e^x - 1.</summary>
    public string ExpMinusOne(string x) => $"global::NeuralGen.NeuralMath.ExpMinusOne({x})";

    /// <summary>ln(1 + e^x).</summary>
    public string Softplus(string x) => $"global::NeuralGen.NeuralMath.Softplus({x})";

    private string Call(string function, string x) =>
        precision == Precision.Double ? $"global::System.Math.{function}({x})"
        : platform.HasMathF ? $"global::System.MathF.{function}({x})"
        : $"(float)global::System.Math.{function}({x})";
}
