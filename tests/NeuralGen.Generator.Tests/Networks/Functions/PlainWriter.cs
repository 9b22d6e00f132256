using System.Globalization;
using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>Writes functions for double precision, with methods of a class that the test compiles beside them.</summary>
internal sealed class PlainWriter : FunctionWriter
{
    /// <summary>The functions that C# has under another name, or not at all.</summary>
    public const string Methods = """
        public static double Erf(double x) => NeuralGenErf(x);
        public static double ExpMinusOne(double x) => System.Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : System.Math.Exp(x) - 1;
        public static double Softplus(double x) => x > 0 ? x + System.Math.Log(1 + System.Math.Exp(-x)) : System.Math.Log(1 + System.Math.Exp(x));

        // Σ of the density in steps that its smoothness makes exact.
        private static double NeuralGenErf(double x)
        {
            double sum = 0, step = x / 400;
            for (int i = 0; i < 400; i++)
            {
                double middle = (i + 0.5) * step, half = step / 2 / System.Math.Sqrt(3);
                sum += System.Math.Exp(-(middle - half) * (middle - half)) + System.Math.Exp(-(middle + half) * (middle + half));
            }

            return sum * step / System.Math.Sqrt(System.Math.PI);
        }
        """;

    /// <inheritdoc/>
    public override string Literal(double value) => double.IsPositiveInfinity(value) ? "double.PositiveInfinity" : value.ToString("R", CultureInfo.InvariantCulture) + "d";

    /// <inheritdoc/>
    public override string Number(double value) => Literal(value);

    /// <inheritdoc/>
    public override string Scaled(string x, string factor) => $"{factor} * {x}";

    /// <inheritdoc/>
    public override string Select(string left, string relation, string right, string chosen, string other) => $"({left} {relation} {right} ? {chosen} : {other})";

    /// <inheritdoc/>
    public override string Relu(string x) => $"System.Math.Max({x}, 0)";

    /// <inheritdoc/>
    public override string Exp(string x) => $"System.Math.Exp({x})";

    /// <inheritdoc/>
    public override string Log(string x) => $"System.Math.Log({x})";

    /// <inheritdoc/>
    public override string Tanh(string x) => $"System.Math.Tanh({x})";

    /// <inheritdoc/>
    public override string Sqrt(string x) => $"System.Math.Sqrt({x})";

    /// <inheritdoc/>
    public override string Abs(string x) => $"System.Math.Abs({x})";

    /// <inheritdoc/>
    public override string Erf(string x) => $"Erf({x})";

    /// <inheritdoc/>
    public override string ExpMinusOne(string x) => $"ExpMinusOne({x})";

    /// <inheritdoc/>
    public override string Softplus(string x) => $"Softplus({x})";
}
