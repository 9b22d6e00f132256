namespace NeuralGen.Tests.Kernels;

/// <summary>All elementwise activation functions.</summary>
internal static class ActivationCases
{
    private const double Scale = 1.0507009873554805;
    private const double Alpha = 1.6732632423543772;

    public static IReadOnlyDictionary<string, ActivationCase> All { get; } = new Dictionary<string, ActivationCase>
    {
        ["Relu"] = new(
            ActivationKernels.Relu, ActivationKernels.ReluGradient, ActivationKernels.Relu, ActivationKernels.ReluGradient,
            x => x < 0 ? 0 : x,
            x => x > 0 ? 1 : 0)
        {
            Formula = x => x < 0 ? 0 : x,
        },
        ["Relu6"] = new(
            ActivationKernels.Relu6, ActivationKernels.Relu6Gradient, ActivationKernels.Relu6, ActivationKernels.Relu6Gradient,
            x => x < 0 ? 0 : x > 6 ? 6 : x,
            x => x > 0 && x < 6 ? 1 : 0)
        {
            Formula = x => x < 0 ? 0 : x > 6 ? 6 : x,
        },
        ["LeakyRelu"] = new(
            (x, y) => ActivationKernels.LeakyRelu(x, y, 0.25f), (v, d, r) => ActivationKernels.LeakyReluGradient(v, d, r, 0.25f),
            (x, y) => ActivationKernels.LeakyRelu(x, y, 0.25), (v, d, r) => ActivationKernels.LeakyReluGradient(v, d, r, 0.25),
            x => x > 0 ? x : 0.25 * x,
            x => x > 0 ? 1 : 0.25)
        {
            Formula = x => x > 0 ? x : 0.25f * x,
        },
        ["Elu"] = new(
            (x, y) => ActivationKernels.Elu(x, y, 0.75f), (v, d, r) => ActivationKernels.EluGradient(v, d, r, 0.75f),
            (x, y) => ActivationKernels.Elu(x, y, 0.75), (v, d, r) => ActivationKernels.EluGradient(v, d, r, 0.75),
            x => x > 0 ? x : 0.75 * ExactFunctions.ExpMinusOne(x),
            x => x > 0 ? 1 : 0.75 * Math.Exp(x)),
        ["Selu"] = new(
            ActivationKernels.Selu, ActivationKernels.SeluGradient, ActivationKernels.Selu, ActivationKernels.SeluGradient,
            x => Scale * (x > 0 ? x : Alpha * ExactFunctions.ExpMinusOne(x)),
            x => Scale * (x > 0 ? 1 : Alpha * Math.Exp(x))),
        ["Celu"] = new(
            (x, y) => ActivationKernels.Celu(x, y, 0.75f), (v, d, r) => ActivationKernels.CeluGradient(v, d, r, 0.75f),
            (x, y) => ActivationKernels.Celu(x, y, 0.75), (v, d, r) => ActivationKernels.CeluGradient(v, d, r, 0.75),
            x => x > 0 ? x : 0.75 * ExactFunctions.ExpMinusOne(x / 0.75),
            x => x > 0 ? 1 : Math.Exp(x / 0.75)),
        ["Gelu"] = new(
            ActivationKernels.Gelu, ActivationKernels.GeluGradient, ActivationKernels.Gelu, ActivationKernels.GeluGradient,
            x => x * ExactFunctions.Normal(x),
            x => ExactFunctions.Normal(x) + (x * ExactFunctions.Density(x)))
        {
            TakesInput = true,
        },
        ["GeluTanh"] = new(
            ActivationKernels.GeluTanh, ActivationKernels.GeluTanhGradient, ActivationKernels.GeluTanh, ActivationKernels.GeluTanhGradient,
            x => x * ExactFunctions.SigmoidOfCube(x),
            x => ExactFunctions.SigmoidOfCube(x) * (1 + (x * (1 - ExactFunctions.SigmoidOfCube(x)) * ExactFunctions.SlopeOfCube(x))))
        {
            TakesInput = true,
        },
        ["Silu"] = new(
            ActivationKernels.Silu, ActivationKernels.SiluGradient, ActivationKernels.Silu, ActivationKernels.SiluGradient,
            x => x * ExactFunctions.Sigmoid(x),
            x => ExactFunctions.Sigmoid(x) * (1 + (x * ExactFunctions.Sigmoid(-x))))
        {
            TakesInput = true,
        },
        ["Mish"] = new(
            ActivationKernels.Mish, ActivationKernels.MishGradient, ActivationKernels.Mish, ActivationKernels.MishGradient,
            x => x * ExactFunctions.TanhOfSoftplus(x),
            x => ExactFunctions.TanhOfSoftplus(x) + (x * ExactFunctions.Sigmoid(x) * (1 - Math.Pow(ExactFunctions.TanhOfSoftplus(x), 2))))
        {
            TakesInput = true,
        },
        ["Sigmoid"] = new(
            ActivationKernels.Sigmoid, ActivationKernels.SigmoidGradient, ActivationKernels.Sigmoid, ActivationKernels.SigmoidGradient,
            ExactFunctions.Sigmoid,
            x => ExactFunctions.Sigmoid(x) * ExactFunctions.Sigmoid(-x)),
        ["HardSigmoid"] = new(
            ActivationKernels.HardSigmoid, ActivationKernels.HardSigmoidGradient, ActivationKernels.HardSigmoid, ActivationKernels.HardSigmoidGradient,
            x => Math.Clamp(x + 3, 0, 6) / 6,
            x => x > -3 && x < 3 ? 1 / 6.0 : 0)
        {
            Formula = x => (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6,
        },
        ["HardSwish"] = new(
            ActivationKernels.HardSwish, ActivationKernels.HardSwishGradient, ActivationKernels.HardSwish, ActivationKernels.HardSwishGradient,
            x => x * Math.Clamp(x + 3, 0, 6) / 6,
            x => x <= -3 ? 0 : x < 3 ? (x / 3) + 0.5 : 1)
        {
            TakesInput = true,
            Formula = x => x * (x < -3 ? 0 : x > 3 ? 6 : x + 3) / 6,
        },
        ["Tanh"] = new(
            ActivationKernels.Tanh, ActivationKernels.TanhGradient, ActivationKernels.Tanh, ActivationKernels.TanhGradient,
            Math.Tanh,
            x => 1 - Math.Pow(Math.Tanh(x), 2)),
        ["HardTanh"] = new(
            ActivationKernels.HardTanh, ActivationKernels.HardTanhGradient, ActivationKernels.HardTanh, ActivationKernels.HardTanhGradient,
            x => Math.Clamp(x, -1, 1),
            x => x > -1 && x < 1 ? 1 : 0)
        {
            Formula = x => x < -1 ? -1 : x > 1 ? 1 : x,
        },
        ["Softplus"] = new(
            ActivationKernels.Softplus, ActivationKernels.SoftplusGradient, ActivationKernels.Softplus, ActivationKernels.SoftplusGradient,
            ExactFunctions.Softplus,
            ExactFunctions.Sigmoid)
        {
            TakesInput = true,
        },
        ["Softsign"] = new(
            ActivationKernels.Softsign, ActivationKernels.SoftsignGradient, ActivationKernels.Softsign, ActivationKernels.SoftsignGradient,
            x => x / (1 + Math.Abs(x)),
            x => 1 / Math.Pow(1 + Math.Abs(x), 2))
        {
            TakesInput = true,
            Formula = x => x / (1 + Math.Abs(x)),
        },
        ["Exponential"] = new(
            ActivationKernels.Exponential, ActivationKernels.ExponentialGradient, ActivationKernels.Exponential, ActivationKernels.ExponentialGradient,
            Math.Exp,
            Math.Exp),
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
