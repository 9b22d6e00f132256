namespace NeuralGen.Generator.Networks;

/// <summary>All activation functions, by their names.</summary>
internal static class ActivationCatalog
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["identity"] = "linear",
        ["swish"] = "silu",
        ["logistic"] = "sigmoid",
    };

    private static readonly Dictionary<string, ActivationDescriptor> Descriptors = new ActivationDescriptor[]
    {
        Plain("linear", new LinearActivation()),
        Plain("relu", new ReluActivation()),
        Plain("relu6", new Relu6Activation()),
        new("leaky_relu", 0.01, false, (alpha, _) => new LeakyReluActivation { Alpha = alpha }),
        new("prelu", null, true, (_, slopes) => new PreluActivation(slopes)),
        new("elu", 1, false, (alpha, _) => new EluActivation { Alpha = alpha }),
        Plain("selu", new SeluActivation()),
        new("celu", 1, false, (alpha, _) => new CeluActivation { Alpha = alpha }),
        Plain("gelu", new GeluActivation()),
        Plain("gelu_tanh", new GeluTanhActivation()),
        Plain("silu", new SiluActivation()),
        Plain("mish", new MishActivation()),
        Plain("sigmoid", new SigmoidActivation()),
        Plain("hard_sigmoid", new HardSigmoidActivation()),
        Plain("hard_swish", new HardSwishActivation()),
        Plain("tanh", new TanhActivation()),
        Plain("hard_tanh", new HardTanhActivation()),
        Plain("softplus", new SoftplusActivation()),
        Plain("softsign", new SoftsignActivation()),
        Plain("exponential", new ExponentialActivation()),
        Plain("softmax", new SoftmaxActivation()),
        Plain("log_softmax", new LogSoftmaxActivation()),
    }.ToDictionary(descriptor => descriptor.Name, StringComparer.Ordinal);

    /// <summary>The names that JSON files may use, other names for the same function included.</summary>
    public static IEnumerable<string> Names => Descriptors.Keys.Concat(Aliases.Keys);

    /// <summary>Finds a function by its name in JSON files.</summary>
    public static ActivationDescriptor? Find(string name) =>
        Descriptors.TryGetValue(Aliases.TryGetValue(name, out string? canonical) ? canonical : name, out ActivationDescriptor? descriptor)
            ? descriptor
            : null;

    private static ActivationDescriptor Plain(string name, ActivationFunction function) => new(name, null, false, (_, _) => function);
}
