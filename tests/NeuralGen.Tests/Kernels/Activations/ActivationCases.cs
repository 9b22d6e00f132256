using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels;

/// <summary>All elementwise activation functions.</summary>
internal static class ActivationCases
{
    private const double Scale = 1.0507009873554805;
    private const double Alpha = 1.6732632423543772;

    public static IReadOnlyDictionary<string, ActivationCase> All { get; } = new Dictionary<string, ActivationCase>
    {
        ["Relu"] = ActivationCase.Of(
            new Relu(),
            x => x < 0 ? 0 : x,
            x => x > 0 ? 1 : 0) with
        {
            Formula = x => x < 0 ? 0 : x,
        },
        ["Relu6"] = ActivationCase.Of(
            new Relu6(),
            x => x < 0 ? 0 : x > 6 ? 6 : x,
            x => x > 0 && x < 6 ? 1 : 0) with
        {
            Formula = x => x < 0 ? 0 : x > 6 ? 6 : x,
        },
        ["LeakyRelu"] = ActivationCase.Of(
            new LeakyRelu(0.25),
            x => x > 0 ? x : 0.25 * x,
            x => x > 0 ? 1 : 0.25) with
        {
            Formula = x => x > 0 ? x : 0.25f * x,
        },
        ["Elu"] = ActivationCase.Of(
            new Elu(0.75),
            x => x > 0 ? x : 0.75 * ExactFunctions.ExpMinusOne(x),
            x => x > 0 ? 1 : 0.75 * Math.Exp(x)),
        ["Selu"] = ActivationCase.Of(
            new Selu(),
            x => Scale * (x > 0 ? x : Alpha * ExactFunctions.ExpMinusOne(x)),
            x => Scale * (x > 0 ? 1 : Alpha * Math.Exp(x))),
        ["Celu"] = ActivationCase.Of(
            new Celu(0.75),
            x => x > 0 ? x : 0.75 * ExactFunctions.ExpMinusOne(x / 0.75),
            x => x > 0 ? 1 : Math.Exp(x / 0.75)),
        ["Gelu"] = ActivationCase.Of(
            new Gelu(),
            x => x * ExactFunctions.Normal(x),
            x => ExactFunctions.Normal(x) + (x * ExactFunctions.Density(x))) with
        {
            TakesInput = true,
        },
        ["GeluTanh"] = ActivationCase.Of(
            new GeluTanh(),
            x => x * ExactFunctions.SigmoidOfCube(x),
            x => ExactFunctions.SigmoidOfCube(x) * (1 + (x * (1 - ExactFunctions.SigmoidOfCube(x)) * ExactFunctions.SlopeOfCube(x)))) with
        {
            TakesInput = true,
        },
        ["Silu"] = ActivationCase.Of(
            new Silu(),
            x => x * ExactFunctions.Sigmoid(x),
            x => ExactFunctions.Sigmoid(x) * (1 + (x * ExactFunctions.Sigmoid(-x)))) with
        {
            TakesInput = true,
        },
        ["Mish"] = ActivationCase.Of(
            new Mish(),
            x => x * ExactFunctions.TanhOfSoftplus(x),
            x => ExactFunctions.TanhOfSoftplus(x) + (x * ExactFunctions.Sigmoid(x) * (1 - Math.Pow(ExactFunctions.TanhOfSoftplus(x), 2)))) with
        {
            TakesInput = true,
        },
        ["Sigmoid"] = ActivationCase.Of(
            new Sigmoid(),
            ExactFunctions.Sigmoid,
            x => ExactFunctions.Sigmoid(x) * ExactFunctions.Sigmoid(-x)),
        ["HardSigmoid"] = ActivationCase.Of(
            new HardSigmoid(),
            x => Math.Clamp(x + 3, 0, 6) / 6,
            x => x > -3 && x < 3 ? 1 / 6.0 : 0) with
        {
            Formula = x => (x < -3 ? 0 : x > 3 ? 6 : x + 3) * (1f / 6),
        },
        ["HardSwish"] = ActivationCase.Of(
            new HardSwish(),
            x => x * Math.Clamp(x + 3, 0, 6) / 6,
            x => x <= -3 ? 0 : x < 3 ? (x / 3) + 0.5 : 1) with
        {
            TakesInput = true,
            Formula = x => x * ((x < -3 ? 0 : x > 3 ? 6 : x + 3) * (1f / 6)),
        },
        ["Tanh"] = ActivationCase.Of(
            new Tanh(),
            Math.Tanh,
            x => 1 - Math.Pow(Math.Tanh(x), 2)),
        ["HardTanh"] = ActivationCase.Of(
            new HardTanh(),
            x => Math.Clamp(x, -1, 1),
            x => x > -1 && x < 1 ? 1 : 0) with
        {
            Formula = x => x < -1 ? -1 : x > 1 ? 1 : x,
        },
        ["Softplus"] = ActivationCase.Of(
            new Softplus(),
            ExactFunctions.Softplus,
            ExactFunctions.Sigmoid) with
        {
            TakesInput = true,
        },
        ["Softsign"] = ActivationCase.Of(
            new Softsign(),
            x => x / (1 + Math.Abs(x)),
            x => 1 / Math.Pow(1 + Math.Abs(x), 2)) with
        {
            TakesInput = true,
            Formula = x => x / (1 + Math.Abs(x)),
        },
        ["Exponential"] = ActivationCase.Of(
            new Exponential(),
            Math.Exp,
            Math.Exp),
        ["BoundedRelu"] = ActivationCase.Of(
            new BoundedRelu(4, 0.25, 1),
            x => x < 1 ? 0.25 * (x - 1) : x > 4 ? 4 : x,
            x => x <= 1 ? 0.25 : x < 4 ? 1 : 0) with
        {
            TakesInput = true,
            Formula = x => x < 1 ? 0.25f * (x - 1) : x > 4 ? 4 : x,
        },
        ["BoundedRelu without bound and slope"] = ActivationCase.Of(
            new BoundedRelu(double.PositiveInfinity, 0, -0.5),
            x => x < -0.5 ? 0 : x,
            x => x <= -0.5 ? 0 : 1) with
        {
            TakesInput = true,
            Formula = x => x < -0.5f ? 0 : x,
        },
        ["Clamp"] = ActivationCase.Of(
            new Clamp(-0.5, 2),
            x => Math.Clamp(x, -0.5, 2),
            x => x > -0.5 && x < 2 ? 1 : 0) with
        {
            TakesInput = true,
            Formula = x => x < -0.5f ? -0.5f : x > 2 ? 2 : x,
        },
        ["HardShrink"] = ActivationCase.Of(
            new HardShrink(0.75),
            x => Math.Abs(x) <= 0.75 ? 0 : x,
            x => Math.Abs(x) <= 0.75 ? 0 : 1) with
        {
            TakesInput = true,
            Formula = x => Math.Abs(x) <= 0.75f ? 0 : x,
        },
        ["SoftShrink"] = ActivationCase.Of(
            new SoftShrink(0.75),
            x => Math.Abs(x) <= 0.75 ? 0 : x > 0 ? x - 0.75 : x + 0.75,
            x => Math.Abs(x) <= 0.75 ? 0 : 1) with
        {
            TakesInput = true,
            Formula = x => Math.Abs(x) <= 0.75f ? 0 : x > 0 ? x - 0.75f : x + 0.75f,
        },
        ["TanhShrink"] = ActivationCase.Of(
            new TanhShrink(),
            x => x - Math.Tanh(x),
            x => Math.Pow(Math.Tanh(x), 2)) with
        {
            TakesInput = true,
        },
        ["Threshold"] = ActivationCase.Of(
            new Threshold(0.5, -2),
            x => x <= 0.5 ? -2 : x,
            x => x <= 0.5 ? 0 : 1) with
        {
            TakesInput = true,
            Formula = x => x <= 0.5f ? -2 : x,
        },
        ["LinearSigmoid"] = ActivationCase.Of(
            new LinearSigmoid(0.25, 0.625),
            x => Math.Clamp((0.25 * x) + 0.625, 0, 1),
            x => (0.25 * x) + 0.625 is > 0 and < 1 ? 0.25 : 0) with
        {
            Formula = x => (0.25f * x) + 0.625f is var line && line < 0 ? 0 : line > 1 ? 1 : line,
        },
        ["ScaledSoftplus"] = ActivationCase.Of(
            new ScaledSoftplus(2, 5),
            x => 2 * x > 5 ? x : ExactFunctions.Softplus(2 * x) / 2,
            x => 2 * x > 5 ? 1 : ExactFunctions.Sigmoid(2 * x)) with
        {
            TakesInput = true,
        },
        ["LogSigmoid"] = ActivationCase.Of(
            new LogSigmoid(),
            x => -ExactFunctions.Softplus(-x),
            x => ExactFunctions.Sigmoid(-x)) with
        {
            TakesInput = true,
        },
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
