using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>x / (1 + x²), Newton's serpentine: a function that no version of the compiler has, without arguments.</summary>
internal sealed record SerpentineActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "serpentine";

    /// <inheritdoc/>
    public override double Value(double x, int index) => x / (1 + (x * x));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) => $"{x} / ({arithmetic.Literal(1)} + {x} * {x})";

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        string divisor = operands.Local("divisor", $"{operands.Number(1)} + {operands.X} * {operands.X}");
        return $"({operands.Number(1)} - {operands.X} * {operands.X}) / ({divisor} * {divisor}) * {operands.Delta}";
    }
}
