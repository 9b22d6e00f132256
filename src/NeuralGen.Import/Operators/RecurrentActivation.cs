using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>An activation of a recurrent node.</summary>
/// <param name="Function">The standard's name of it.</param>
/// <param name="Alpha">Its first argument; 0 where it has none.</param>
/// <param name="Beta">Its second argument; 0 where it has none.</param>
internal sealed record RecurrentActivation(string Function, double Alpha, double Beta)
{
    /// <summary>The functions, with what is taken for arguments that are left out: NaN where the standard says nothing, null where there is no such argument.</summary>
    private static readonly Dictionary<string, (string Function, double? Alpha, double? Beta)> Functions = new (string Function, double? Alpha, double? Beta)[]
    {
        ("Tanh", null, null),
        ("Sigmoid", null, null),
        ("Relu", null, null),
        ("LeakyRelu", 0.01, null),
        ("ThresholdedRelu", 1, null),
        ("HardSigmoid", 0.2, 0.5),
        ("Elu", 1, null),
        ("Softsign", null, null),
        ("Softplus", null, null),
        ("Affine", 1, 0),
        ("ScaledTanh", double.NaN, double.NaN),
    }.ToDictionary(entry => entry.Function, StringComparer.OrdinalIgnoreCase);

    /// <summary>The activation of that name in layers and formulas; null where it is only a formula.</summary>
    public string? Type => Function switch
    {
        "LeakyRelu" => "leaky_relu",
        "ThresholdedRelu" => "threshold",
        "HardSigmoid" => "hard_sigmoid",
        "Affine" => Alpha == 1 && Beta == 0 ? "linear" : null,
        "ScaledTanh" => Alpha == 1 && Beta == 1 ? "tanh" : null,
        _ => Function.ToLowerInvariant(),
    };

    /// <summary>Whether it is the one that layers have where nothing is said.</summary>
    public bool Is(string type) => Type == type && Arguments.Length == 0;

    /// <summary>How a layer's argument says it.</summary>
    public JsonFragment Text => new(Arguments.Length == 0
        ? $"\"{Type}\""
        : $"{{ \"type\": \"{Type}\", {string.Join(", ", Arguments.Select(argument => $"\"{argument.Key}\": {JsonNumbers.Text(argument.Value, ElementKind.Float)}"))} }}");

    private (string Key, double Value)[] Arguments => Type switch
    {
        "leaky_relu" or "elu" => [("alpha", Alpha)],
        "threshold" => [("threshold", Alpha), ("value", 0)],
        "hard_sigmoid" => [("alpha", Alpha), ("beta", Beta)],
        _ => [],
    };

    /// <summary>The function in a formula.</summary>
    /// <param name="x">What it reads.</param>
    public string Of(string x) => Type is { } type ? $"{type}({string.Join(", ", Arguments.Select(argument => ActivationOperators.Number(argument.Value)).Prepend(x))})"
        : Function == "Affine" ? $"({ActivationOperators.Number(Alpha)} * ({x}) + {ActivationOperators.Number(Beta)})"
        : $"({ActivationOperators.Number(Alpha)} * tanh({ActivationOperators.Number(Beta)} * ({x})))";

    /// <summary>Reads the activations of a node, direction by direction.</summary>
    /// <param name="node">The node.</param>
    /// <param name="absent">Those of one direction where none are named.</param>
    /// <param name="directions">How many directions there are.</param>
    public static RecurrentActivation[][] Read(NodeTranslation node, string[] absent, int directions)
    {
        string[] names = node.Attribute("activations") is { Strings.Count: > 0 } given ? [.. given.Strings.Select(text => text.ToStringUtf8())] : [.. Enumerable.Repeat(absent, directions).SelectMany(list => list)];
        if (names.Length != absent.Length * directions)
        {
            throw node.Fail($"it names {names.Length} activations; it needs {absent.Length * directions}");
        }

        // Only functions with arguments have any in the lists, one after the other through all directions.
        Queue<float> alphas = new(node.Attribute("activation_alpha")?.Floats ?? []);
        Queue<float> betas = new(node.Attribute("activation_beta")?.Floats ?? []);
        RecurrentActivation[] read = Array.ConvertAll(names, name =>
        {
            if (!Functions.TryGetValue(name, out (string Function, double? Alpha, double? Beta) entry))
            {
                throw node.Fail($"its activation '{name}' is not known");
            }

            double Next(string list, Queue<float> values, double? absent) =>
                absent is not { } other ? 0
                : values.Count > 0 ? values.Dequeue()
                : double.IsNaN(other) ? throw node.Fail($"its activation '{name}' has no argument in {list}")
                : other;
            return new RecurrentActivation(entry.Function, Next("activation_alpha", alphas, entry.Alpha), Next("activation_beta", betas, entry.Beta));
        });
        return [.. Enumerable.Range(0, directions).Select(direction => read.Skip(direction * absent.Length).Take(absent.Length).ToArray())];
    }
}
