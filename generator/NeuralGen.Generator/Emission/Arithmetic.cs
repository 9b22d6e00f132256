using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>How numbers and mathematical functions are written in a network's precision on the project's framework.</summary>
/// <param name="precision">The precision.</param>
/// <param name="platform">What the project's framework offers.</param>
internal class Arithmetic(Precision precision, TargetPlatform platform)
{
    /// <summary>The precision.</summary>
    public Precision Precision => precision;

    /// <summary>What the project's framework offers.</summary>
    protected TargetPlatform Platform => platform;

    /// <summary>Whether a variable holds the values of many rows.</summary>
    public virtual bool IsLanes => false;

    /// <summary>The type of number.</summary>
    public virtual string Type => precision == Precision.Single ? "float" : "double";

    /// <summary>A number.</summary>
    public virtual string Literal(double value) => Number(value);

    /// <summary>A single number, which may be a factor.</summary>
    public string Number(double value) => Emission.Literal.Number(value, precision);

    /// <summary>One of two values, by a comparison of two others.</summary>
    public virtual string Select(string left, string relation, string right, string chosen, string other) =>
        $"{left} {relation} {right} ? {chosen} : {other}";

    /// <summary>0 if x is less than 0, else x: one instruction where the framework knows it, since a branch on a value that nobody
    /// can foresee costs more than a small network.</summary>
    public virtual string Relu(string x) =>
        platform.HasMaxNative ? $"{Type}.MaxNative({Literal(0)}, {x})" : Select(x, "<", Literal(0), Literal(0), x);

    /// <summary>e^x.</summary>
    public virtual string Exp(string x) => Call("Exp", x);

    /// <summary>The natural logarithm.</summary>
    public virtual string Log(string x) => Call("Log", x);

    /// <summary>The hyperbolic tangent.</summary>
    public virtual string Tanh(string x) => Call("Tanh", x);

    /// <summary>The square root.</summary>
    public virtual string Sqrt(string x) => Call("Sqrt", x);

    /// <summary>The magnitude.</summary>
    public virtual string Abs(string x) => $"global::System.Math.Abs({x})";

    /// <summary>The error function.</summary>
    public string Erf(string x) => $"global::NeuralGen.NeuralMath.Erf({x})";

    /// <summary>e^x - 1.</summary>
    public string ExpMinusOne(string x) => $"global::NeuralGen.NeuralMath.ExpMinusOne({x})";

    /// <summary>ln(1 + e^x).</summary>
    public virtual string Softplus(string x) => $"global::NeuralGen.NeuralMath.Softplus({x})";

    private string Call(string function, string x) =>
        precision == Precision.Double ? $"global::System.Math.{function}({x})"
        : platform.HasMathF ? $"global::System.MathF.{function}({x})"
        : $"(float)global::System.Math.{function}({x})";
}
