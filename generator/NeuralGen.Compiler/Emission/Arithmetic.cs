using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission;

/// <summary>How numbers and mathematical functions are written in a network's precision on the project's framework.</summary>
/// <param name="precision">The precision.</param>
/// <param name="platform">What the project's framework offers.</param>
internal class Arithmetic(Precision precision, TargetPlatform platform) : FunctionWriter
{
    /// <summary>The precision.</summary>
    public Precision Precision => precision;

    /// <summary>What the project's framework offers.</summary>
    protected TargetPlatform Platform => platform;

    /// <summary>How vectors of neighbouring numbers are written; null where the library has none of them.</summary>
    public LaneArithmetic? Lanes => precision == Precision.Single && platform.HasVectors ? new LaneArithmetic(platform) : null;

    /// <summary>Whether a variable holds the values of many samples.</summary>
    public virtual bool IsLanes => false;

    /// <summary>The type of number.</summary>
    public virtual string Type => precision == Precision.Single ? "float" : "double";

    /// <summary>The type of an element.</summary>
    public string TypeOf(ElementType type) => type == ElementType.Float ? Type : ElementTypes.Name(type);

    /// <inheritdoc/>
    public override string Literal(double value) => Number(value);

    /// <inheritdoc/>
    public override string Number(double value) => Text.Literal.Number(value, precision);

    /// <inheritdoc/>
    public override string Scaled(string x, string factor) => $"{factor} * {x}";

    /// <summary>x·factor + addend.</summary>
    /// <param name="x">A variable.</param>
    /// <param name="factor">Another variable, or a number.</param>
    /// <param name="addend">What is added to the product.</param>
    public virtual string MultiplyAdd(string x, string factor, string addend) => $"{x} * {factor} + {addend}";

    /// <summary>An activation of one variable.</summary>
    /// <param name="function">The function.</param>
    /// <param name="x">The variable before activation.</param>
    /// <param name="slope">Its slope, for functions that have slopes.</param>
    public virtual string Activation(ElementwiseActivation function, string x, string slope) => function.Expression(x, slope, this);

    /// <summary>The derivative with respect to a variable before activation.</summary>
    /// <param name="function">The function.</param>
    /// <param name="operands">What the expression is put together from.</param>
    public virtual string ActivationGradient(ElementwiseActivation function, BackwardOperands operands) => function.Backward(operands);

    /// <inheritdoc/>
    public override string Select(string left, string relation, string right, string chosen, string other) =>
        $"{left} {relation} {right} ? {chosen} : {other}";

    /// <inheritdoc/>
    /// <remarks>One instruction where the framework knows it: a branch on a value that nobody can foresee costs more than a small network.</remarks>
    public override string Relu(string x) =>
        platform.HasMaxNative ? $"{Type}.MaxNative({Literal(0)}, {x})" : Select(x, "<", Literal(0), Literal(0), x);

    /// <inheritdoc/>
    public override string Exp(string x) => Call("Exp", x);

    /// <inheritdoc/>
    public override string Log(string x) => Call("Log", x);

    /// <inheritdoc/>
    public override string Tanh(string x) => Call("Tanh", x);

    /// <inheritdoc/>
    public override string Sqrt(string x) => Call("Sqrt", x);

    /// <inheritdoc/>
    public override string Abs(string x) => $"global::System.Math.Abs({x})";

    /// <summary>The larger of two values, NaN if either is.</summary>
    /// <param name="x">A variable.</param>
    /// <param name="y">Another one.</param>
    public string Max(string x, string y) => $"global::System.Math.Max({x}, {y})";

    /// <summary>The smaller of two values, NaN if either is.</summary>
    /// <param name="x">A variable.</param>
    /// <param name="y">Another one.</param>
    public string Min(string x, string y) => $"global::System.Math.Min({x}, {y})";

    /// <inheritdoc/>
    public override string Erf(string x) => $"global::NeuralGen.NeuralMath.Erf({x})";

    /// <inheritdoc/>
    public override string ExpMinusOne(string x) => $"global::NeuralGen.NeuralMath.ExpMinusOne({x})";

    /// <inheritdoc/>
    public override string Softplus(string x) => $"global::NeuralGen.NeuralMath.Softplus({x})";

    /// <summary>A function of .NET's mathematics.</summary>
    /// <param name="function">Its name.</param>
    /// <param name="arguments">What it is called with.</param>
    public string Mathematics(string function, params string[] arguments) => Call(function, string.Join(", ", arguments));

    private string Call(string function, string arguments) =>
        precision == Precision.Double ? $"global::System.Math.{function}({arguments})"
        : platform.HasMathF ? $"global::System.MathF.{function}({arguments})"
        : $"(float)global::System.Math.{function}({arguments})";
}
