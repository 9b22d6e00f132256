using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>How numbers and functions are written where a variable holds one node's values of as many samples as a vector has lanes.</summary>
/// <param name="platform">What the project's framework offers.</param>
internal sealed class LaneArithmetic(TargetPlatform platform) : Arithmetic(Precision.Single, platform)
{
    /// <summary>The library's functions of such variables.</summary>
    public const string RowLanes = VectorAliases.RowLanes;

    /// <summary>A vector of the width that the machine has.</summary>
    public const string VectorType = VectorAliases.Floats;

    private const string Vector = VectorAliases.Vector;

    /// <inheritdoc/>
    public override bool IsLanes => true;

    /// <inheritdoc/>
    public override string Type => VectorType;

    /// <inheritdoc/>
    public override string Literal(double value) => value == 0 ? $"{VectorType}.Zero" : $"new {VectorType}({Number(value)})";

    /// <inheritdoc/>
    public override string Select(string left, string relation, string right, string chosen, string other)
    {
        string method = relation switch
        {
            ">" => "GreaterThan",
            "<" => "LessThan",
            "<=" => "LessThanOrEqual",
            "==" => "Equals",
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "No such comparison."),
        };
        return $"{Vector}.ConditionalSelect({Vector}.{method}({left}, {right}), {chosen}, {other})";
    }

    /// <inheritdoc/>
    public override string Scaled(string x, string factor) => $"{x} * {factor}";

    /// <inheritdoc/>
    /// <remarks>The short functions are expressions, the others calls, since the JIT inlines nothing more in a method that has grown too large.</remarks>
    public override string Activation(ElementwiseActivation function, string x, string slope) =>
        function.IsShort || function.Kernel is null ? function.Expression(x, slope, this) : Call(x, function);

    /// <inheritdoc/>
    public override string ActivationGradient(ElementwiseActivation function, BackwardOperands operands) =>
        function.IsDerivativeShort || function.Kernel is null
            ? function.Backward(operands)
            : $"{RowLanes}.Gradient({(function.DerivativeNeedsInput ? operands.X : operands.Y)}, {operands.Delta}, {ActivationCall.Function(function, this)})";

    /// <inheritdoc/>
    /// <remarks>One instruction where the machine has it; a number is a vector.</remarks>
    public override string MultiplyAdd(string x, string factor, string addend) =>
        $"{(Platform.HasVectorEstimates ? $"{Vector}.MultiplyAddEstimate" : $"{RowLanes}.MultiplyAdd")}({x}, {factor}, {addend})";

    /// <inheritdoc/>
    public override string Relu(string x) =>
        Platform.HasVectorEstimates ? $"{Vector}.MaxNative({Literal(0)}, {x})" : Select(x, "<", Literal(0), Literal(0), x);

    /// <inheritdoc/>
    public override string Exp(string x) => Call(x, new ExponentialActivation());

    /// <inheritdoc/>
    public override string Log(string x) => $"{RowLanes}.Log({x})";

    /// <inheritdoc/>
    public override string Tanh(string x) => Call(x, new TanhActivation());

    /// <inheritdoc/>
    public override string Sqrt(string x) => $"{Vector}.SquareRoot({x})";

    /// <inheritdoc/>
    public override string Abs(string x) => $"{Vector}.Abs({x})";

    /// <inheritdoc/>
    public override string Softplus(string x) => Call(x, new SoftplusActivation());

    private string Call(string x, ActivationFunction function) => $"{RowLanes}.Apply({x}, {ActivationCall.Function(function, this)})";
}
