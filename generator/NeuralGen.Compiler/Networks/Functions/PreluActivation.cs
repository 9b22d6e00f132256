using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x above 0, slope·x below, with a slope per unit that training changes (He et al. 2015).</summary>
/// <param name="Weights">A slope per unit.</param>
internal sealed record PreluActivation(NetworkNumbers Weights) : RectifierFunction
{
    /// <summary>Which slope belongs to a value.</summary>
    public ChannelMap Channels { get; init; }

    /// <inheritdoc/>
    public override string Name => "prelu";

    /// <inheritdoc/>
    public override double SlopeBelow(int index) => Weights[SlopeAt(index)];

    /// <inheritdoc/>
    public override NetworkNumbers Slopes => Weights;

    /// <inheritdoc/>
    public override int SlopeAt(int index) => Weights.Count == 1 ? 0 : Channels.Of(index);

    /// <inheritdoc/>
    public override string SlopeIn(string index) => Weights.Count == 1 ? "slopes[0]" : $"slopes[{Channels.Of(index)}]";

    /// <inheritdoc/>
    public override bool IsMonotone => Weights.All(slope => slope >= 0);

    /// <inheritdoc/>
    public override double Value(double x, int index) => x > 0 ? x : Weights[SlopeAt(index)] * x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        arithmetic.Select(x, ">", arithmetic.Literal(0), x, arithmetic.Scaled(x, slope));

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        operands.Arithmetic.Select(operands.X, ">", operands.Number(0), operands.Delta, operands.Arithmetic.Scaled(operands.Delta, operands.Slope));

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Weights = Weights with { Values = Weights.Values.Select(rounding.Of) } };
}
