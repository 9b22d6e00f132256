using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>How numbers and functions are written where a variable holds one node's values of as many samples as a vector has lanes.</summary>
/// <param name="platform">What the project's framework offers.</param>
/// <param name="width">How wide the vectors are; as wide as the machine likes if nothing is said.</param>
internal sealed class LaneArithmetic(TargetPlatform platform, LaneWidth? width = null) : Arithmetic(Precision.Single, platform)
{
    /// <summary>The library's functions of such variables.</summary>
    public const string RowLanes = VectorAliases.RowLanes;

    private readonly string _vector = (width ?? LaneWidth.Machine).Vector;

    /// <summary>How wide the vectors are.</summary>
    public LaneWidth Width { get; } = width ?? LaneWidth.Machine;

    /// <summary>The vectors that are made before the loop; null where each statement makes its own.</summary>
    public LaneConstants? Constants { get; init; }

    /// <inheritdoc/>
    public override bool IsLanes => true;

    /// <inheritdoc/>
    public override string Type => Width.Type;

    /// <inheritdoc/>
    public override string Literal(double value) => value == 0 ? $"{Width.Type}.Zero" : Spread(Number(value));

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
        return $"{_vector}.ConditionalSelect({_vector}.{method}({left}, {right}), {chosen}, {other})";
    }

    /// <inheritdoc/>
    public override string Scaled(string x, string factor) => $"{x} * {(Constants is null ? factor : Spread(factor))}";

    /// <inheritdoc/>
    /// <remarks>The short functions are expressions, the others calls, since the JIT inlines nothing more in a method that has grown too large.</remarks>
    public override string Activation(ElementwiseActivation function, string x, string slope) =>
        function.IsShort || function.Kernel is null ? function.Expression(x, slope, this) : Call(x, function);

    /// <inheritdoc/>
    public override string ActivationGradient(ElementwiseActivation function, BackwardOperands operands) =>
        function.IsDerivativeShort || function.Kernel is null
            ? function.Backward(operands)
            : $"{Width.RowLanes}.Gradient({(function.DerivativeNeedsInput ? operands.X : operands.Y)}, {operands.Delta}, {ActivationCall.Function(function, this)})";

    /// <inheritdoc/>
    /// <remarks>One instruction where the machine has it; a number is a vector.</remarks>
    public override string MultiplyAdd(string x, string factor, string addend) =>
        $"{Width.MultiplyAdd ?? (Platform.HasVectorEstimates ? $"{_vector}.MultiplyAddEstimate" : $"{RowLanes}.MultiplyAdd")}({x}, {factor}, {addend})";

    /// <inheritdoc/>
    public override string Relu(string x) =>
        Width.Max is { } max ? $"{max}({Literal(0)}, {x})"
        : Platform.HasVectorEstimates ? $"{_vector}.MaxNative({Literal(0)}, {x})"
        : Select(x, "<", Literal(0), Literal(0), x);

    /// <inheritdoc/>
    public override string Exp(string x) => Call(x, new ExponentialActivation());

    /// <inheritdoc/>
    public override string Log(string x) => $"{Width.RowLanes}.Log({x})";

    /// <inheritdoc/>
    public override string Tanh(string x) => Call(x, new TanhActivation());

    /// <inheritdoc/>
    public override string Sqrt(string x) => $"{Width.SquareRoot}({x})";

    /// <inheritdoc/>
    public override string Abs(string x) => $"{_vector}.Abs({x})";

    /// <inheritdoc/>
    public override string Softplus(string x) => Call(x, new SoftplusActivation());

    private string Spread(string number)
    {
        string vector = $"{Width.Spread}({number})";
        return Constants is { } constants ? constants[vector] : vector;
    }

    private string Call(string x, ActivationFunction function) => $"{Width.RowLanes}.Apply({x}, {ActivationCall.Function(function, this)})";
}
