namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>
/// What the C# of functions is put together from: numbers and mathematical functions, as they are written where the code stands.
/// </summary>
internal abstract class FunctionWriter
{
    /// <summary>A number.</summary>
    public abstract string Literal(double value);

    /// <summary>A single number, which may be a factor.</summary>
    public abstract string Number(double value);

    /// <summary>A variable times a number that <see cref="Number"/> wrote, or that is stored.</summary>
    public abstract string Scaled(string x, string factor);

    /// <summary>One of two values, by a comparison of two others.</summary>
    public abstract string Select(string left, string relation, string right, string chosen, string other);

    /// <summary>0 if x is less than 0, else x.</summary>
    public abstract string Relu(string x);

    /// <summary>e^x.</summary>
    public abstract string Exp(string x);

    /// <summary>The natural logarithm.</summary>
    public abstract string Log(string x);

    /// <summary>The hyperbolic tangent.</summary>
    public abstract string Tanh(string x);

    /// <summary>The square root.</summary>
    public abstract string Sqrt(string x);

    /// <summary>The magnitude.</summary>
    public abstract string Abs(string x);

    /// <summary>The error function.</summary>
    public abstract string Erf(string x);

    /// <summary>e^x - 1.</summary>
    public abstract string ExpMinusOne(string x);

    /// <summary>ln(1 + e^x).</summary>
    public abstract string Softplus(string x);
}
