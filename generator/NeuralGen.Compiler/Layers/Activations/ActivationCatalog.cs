using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Compiler.Layers.Activations;

/// <summary>All activation functions, by their names.</summary>
internal static class ActivationCatalog
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["identity"] = "linear",
        ["swish"] = "silu",
        ["logistic"] = "sigmoid",
    };

    private static readonly ActivationParameter Lambda = new("lambda", 0.5, lambda => lambda >= 0, "0 or more");

    private static readonly Dictionary<string, ActivationDescriptor> Descriptors = new ActivationDescriptor[]
    {
        Plain("linear", new LinearActivation()),
        Create("relu", Relu, new("max_value", double.PositiveInfinity), new("negative_slope", 0), new("threshold", 0)),
        Plain("relu6", new Relu6Activation()),
        Create("leaky_relu", values => new LeakyReluActivation { Alpha = values[0] }, new ActivationParameter("alpha", 0.01)),
        new("prelu", [], true, (_, slopes) => new PreluActivation(slopes)),
        Create("elu", values => new EluActivation { Alpha = values[0] }, new ActivationParameter("alpha", 1)),
        Plain("selu", new SeluActivation()),
        Create("celu", values => new CeluActivation { Alpha = values[0] }, new ActivationParameter("alpha", 1, alpha => alpha != 0, "other than 0")),
        Plain("gelu", new GeluActivation()),
        Plain("gelu_tanh", new GeluTanhActivation()),
        Plain("silu", new SiluActivation()),
        Plain("mish", new MishActivation()),
        Plain("sigmoid", new SigmoidActivation()),
        Create("hard_sigmoid", HardSigmoid, new("alpha", 1.0 / 6), new("beta", 0.5)),
        Plain("hard_swish", new HardSwishActivation()),
        Plain("tanh", new TanhActivation()),
        Create("hard_tanh", HardTanh, new("min_val", -1), new("max_val", 1)),
        Create("softplus", Softplus, new("beta", 1, beta => beta > 0, "more than 0"), new("threshold", double.PositiveInfinity)),
        Plain("softsign", new SoftsignActivation()),
        Plain("exponential", new ExponentialActivation()),
        Plain("softmax", new SoftmaxActivation()),
        Plain("log_softmax", new LogSoftmaxActivation()),
        Plain("log_sigmoid", new LogSigmoidActivation()),
        Create("hard_shrink", values => new HardShrinkActivation { Lambda = values[0] }, Lambda),
        Create("soft_shrink", values => new SoftShrinkActivation { Lambda = values[0] }, Lambda),
        Plain("tanh_shrink", new TanhShrinkActivation()),
        Plain("softmin", new SoftminActivation()),
        Create("threshold", values => new ThresholdActivation { Threshold = values[0], Replacement = values[1] }, new("threshold", null), new("value", null)),
    }.ToDictionary(descriptor => descriptor.Name, StringComparer.Ordinal);

    /// <summary>The names that JSON files may use, other names for the same function included.</summary>
    public static IEnumerable<string> Names => Descriptors.Keys.Concat(Aliases.Keys);

    /// <summary>Finds a function by its name in JSON files.</summary>
    public static ActivationDescriptor? Find(string name) =>
        Descriptors.TryGetValue(Aliases.TryGetValue(name, out string? canonical) ? canonical : name, out ActivationDescriptor? descriptor)
            ? descriptor
            : null;

    /// <summary>All functions.</summary>
    public static IEnumerable<ActivationDescriptor> All => Descriptors.Values;

    /// <summary>The arguments that any of the functions takes.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
        [.. Descriptors.Values.SelectMany(descriptor => descriptor.Parameters).Select(parameter => parameter.Name).Distinct()];

    private static ActivationDescriptor Plain(string name, ActivationFunction function) => new(name, [], false, (_, _) => function);

    private static ActivationDescriptor Create(string name, Func<double[], ActivationFunction> create, params ActivationParameter[] parameters) =>
        new(name, parameters, false, (values, _) => create(values));

    private static ActivationFunction Relu(double[] values) => double.IsPositiveInfinity(values[0]) && values[1] == 0 && values[2] == 0
        ? new ReluActivation()
        : new BoundedReluActivation { MaxValue = values[0], NegativeSlope = values[1], Threshold = values[2] };

    private static ActivationFunction HardSigmoid(double[] values) => values[0] == 1.0 / 6 && values[1] == 0.5
        ? new HardSigmoidActivation()
        : new LinearSigmoidActivation { Alpha = values[0], Beta = values[1] };

    private static ActivationFunction HardTanh(double[] values) => values[0] == -1 && values[1] == 1
        ? new HardTanhActivation()
        : new ClampActivation { Low = values[0], High = values[1] };

    private static ActivationFunction Softplus(double[] values) => values[0] == 1 && double.IsPositiveInfinity(values[1])
        ? new SoftplusActivation()
        : new ScaledSoftplusActivation { Beta = values[0], Threshold = values[1] };
}
