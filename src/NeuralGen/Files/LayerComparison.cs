using NeuralGen.Compiler.Json;

namespace NeuralGen;

/// <summary>Compares a layer of a file with one of a network: everything but the numbers that training changes.</summary>
/// <param name="actual">The layer in the file.</param>
/// <param name="expected">The layer of the network.</param>
/// <param name="index">Its number.</param>
/// <param name="before">The name of the layer before it.</param>
/// <param name="numbers">The numbers that it has.</param>
/// <param name="error">Makes an error that names a place.</param>
internal sealed class LayerComparison(
    JsonValue actual, JsonValue expected, int index, string before, IReadOnlyList<NumberLayout> numbers, Func<JsonValue, string, FormatException> error)
{
    /// <summary>What is added to variances where a layer does not say it.</summary>
    public const double DefaultEpsilon = 1e-5;

    /// <summary>What says how a window slides and along which axis a layer computes: the numbers' count does not tell it.</summary>
    private static readonly string[] Sizes = ["kernel", "stride", "padding", "output_padding", "dilation", "groups", "axis", "axes", "shape", "size", "scale", "scales", "count"];

    private static readonly string[] Recurrent = ["rnn", "gru", "lstm"];

    /// <summary>The name of a layer in a file.</summary>
    public static string NameOf(JsonValue layer, string absent) => layer.TryGetMember("name", out JsonValue name) ? name.GetString() : absent;

    /// <summary>Throws when the layers differ.</summary>
    public void Check()
    {
        if (actual.Kind != JsonKind.Object)
        {
            throw error(actual, $"Layer {index} must be an object");
        }

        Compare("type", "none", Text);
        string type = actual.TryGetMember("type", out JsonValue layerType) ? Text(layerType) : "";
        bool isRecurrent = Array.IndexOf(Recurrent, type) >= 0;
        Compare("activation", isRecurrent ? "tanh" : "linear", Activation);
        if (isRecurrent)
        {
            Compare("recurrent_activation", "sigmoid", Activation);
            Compare("output_activation", expected.TryGetMember("activation", out JsonValue candidate) ? Activation(candidate) : "tanh", Activation);
            Compare("linear_before_reset", "true", Text);
            Compare("layers", "1", Number);
            Compare("clip", "none", Number);
            foreach (string flag in new[] { "return_sequences", "bidirectional", "reversed", "coupled" })
            {
                Compare(flag, "false", Text);
            }
        }

        if (type == "multi_head_attention")
        {
            Compare("heads", "none", Number);
            Compare("causal", "false", Text);
        }

        Compare("rate", "none", Number);

        // What RMS normalisation adds depends on the precision, which the network knows.
        bool isRms = type == "rms_normalization";
        string epsilon = isRms && expected.TryGetMember("epsilon", out JsonValue own) ? Number(own) : DefaultEpsilon.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        Compare("epsilon", epsilon, Number);
        bool isConstant = actual.TryGetMember("type", out JsonValue kindOfLayer) && Text(kindOfLayer) == "constant";
        Compare("inputs", isConstant ? "" : before, value => value.Kind == JsonKind.Array ? string.Join(", ", List(value)) : value.Raw);
        Compare("operation", "none", Text);
        Compare("formula", "none", Text);
        if (actual.TryGetMember("type", out JsonValue pool) && Text(pool).StartsWith("average_pool", StringComparison.Ordinal))
        {
            Compare("count_include_pad", "true", Text);
        }

        if (actual.TryGetMember("type", out JsonValue kind) && Text(kind) == "resize")
        {
            Compare("mode", "nearest", Text);
            Compare("align_corners", "false", Text);
        }

        Compare("keep_dimensions", "false", Text);
        Compare("transpose_left", "false", Text);
        Compare("transpose_right", "false", Text);
        foreach (string flag in new[] { "add", "exclusive", "reverse" })
        {
            Compare(flag, "false", Text);
        }

        Compare("largest", "true", Text);
        if (isConstant)
        {
            CompareConstants();
        }

        foreach (string key in Sizes)
        {
            CompareSizes(key);
        }

        foreach (string key in new[] { "bias", "gamma", "beta" })
        {
            if (actual.TryGetMember(key, out JsonValue value) && !numbers.Any(candidate => candidate.Key == key))
            {
                throw error(value, $"Layer {index} has '{key}'; the network's layer has none");
            }
        }
    }

    private void Compare(string key, string absent, Func<JsonValue, string> text)
    {
        bool isGiven = actual.TryGetMember(key, out JsonValue value);
        string found = isGiven ? text(value) : absent;
        string wanted = expected.TryGetMember(key, out JsonValue other) ? text(other)
            : key == "activation" && numbers.Any(candidate => candidate.Key == NumberLayout.Slopes) ? "prelu"
            : absent;
        if (found != wanted)
        {
            throw error(isGiven ? value : actual, $"'{key}' of layer {index} is {found}; the network has {wanted}");
        }
    }

    /// <summary>Compares the values of constants, which training leaves alone; one of a file fills the shape.</summary>
    private void CompareConstants()
    {
        if (!expected.TryGetMember("values", out JsonValue wanted) || !actual.TryGetMember("values", out JsonValue given))
        {
            return;
        }

        JsonValue[] own = [.. Leaves(wanted)];
        JsonValue[] found = [.. Leaves(given)];
        if (found.Length != own.Length && found.Length != 1)
        {
            throw error(given, $"'values' of layer {index} are {found.Length}; the network has {own.Length}");
        }

        for (int i = 0; i < own.Length; i++)
        {
            JsonValue value = found[found.Length == 1 ? 0 : i];

            // The network's are rounded to its precision.
            if (Constant(value) != Constant(own[i]) && (float)Constant(value) != (float)Constant(own[i]))
            {
                throw error(value, $"'values' of layer {index} has {value.Raw}; the network has {own[i].Raw}");
            }
        }
    }

    private static List<JsonValue> Leaves(JsonValue value)
    {
        List<JsonValue> leaves = value.Kind == JsonKind.Array ? [] : [value];
        foreach (JsonValue element in value.Elements)
        {
            leaves.AddRange(Leaves(element));
        }

        return leaves;
    }

    private static double Constant(JsonValue value) => value.Kind == JsonKind.Number ? value.GetDouble() : Text(value) switch
    {
        "true" => 1,
        "false" => 0,
        "infinity" => double.PositiveInfinity,
        "-infinity" => double.NegativeInfinity,
        _ => double.MaxValue,
    };

    /// <summary>Compares whole numbers, of which a file may give one for all axes; what it leaves out, counts from the end, or leaves to
    /// a word depends on shapes that it does not have, and is not compared.</summary>
    private void CompareSizes(string key)
    {
        if (!expected.TryGetMember(key, out JsonValue wanted) || !actual.TryGetMember(key, out JsonValue given))
        {
            return;
        }

        double[] own = Whole(wanted);
        double[] found = Whole(given);
        bool isKnown = found.Length > 0 && Array.TrueForAll(found, size => size >= 0);
        bool isSame = own.Length % Math.Max(1, found.Length) == 0 && own.Select((size, i) => size.Equals(found[i % found.Length])).All(same => same);
        if (isKnown && !isSame)
        {
            throw error(given, $"'{key}' of layer {index} is {given.Raw}; the network has {wanted.Raw}");
        }
    }

    private static double[] Whole(JsonValue value)
    {
        List<double> sizes = [];
        foreach (JsonValue size in value.Elements)
        {
            sizes.Add(size.Kind == JsonKind.Number ? size.GetDouble() : -1);
        }

        return value.Kind == JsonKind.Number ? [value.GetDouble()] : [.. sizes];
    }

    private static string Text(JsonValue value) => value.Kind == JsonKind.String ? value.GetString() : value.Raw;

    private static string Number(JsonValue value) =>
        value.Kind == JsonKind.Number ? value.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture) : value.Raw;

    private static IEnumerable<string> List(JsonValue values)
    {
        foreach (JsonValue value in values.Elements)
        {
            yield return Text(value);
        }
    }

    /// <summary>An activation by its own name, with its arguments.</summary>
    private static string Activation(JsonValue value)
    {
        string name = value.Kind == JsonKind.Object && value.TryGetMember("type", out JsonValue type) ? Text(type) : Text(value);
        name = name switch
        {
            "identity" => "linear",
            "swish" => "silu",
            "logistic" => "sigmoid",
            _ => name,
        };
        SortedDictionary<string, double> arguments = new(StringComparer.Ordinal);
        foreach (JsonMember member in value.Members)
        {
            // What is as it is when left out says nothing.
            bool isStandard = Standards(name).Any(standard => standard.Key == member.Name && member.Value.Kind == JsonKind.Number && standard.Value.Equals(member.Value.GetDouble()));
            if (member.Value.Kind == JsonKind.Number && !isStandard)
            {
                arguments[member.Name] = member.Value.GetDouble();
            }
        }

        return arguments.Count == 0
            ? name
            : $"{name} ({string.Join(", ", arguments.Select(argument => FormattableString.Invariant($"{argument.Key} {argument.Value:R}")))})";
    }

    /// <summary>The arguments that an activation has when they are left out.</summary>
    private static (string Key, double Value)[] Standards(string name) => name switch
    {
        "leaky_relu" => [("alpha", 0.01)],
        "elu" or "celu" => [("alpha", 1)],
        "relu" => [("negative_slope", 0), ("threshold", 0)],
        "hard_sigmoid" => [("alpha", 1.0 / 6), ("beta", 0.5)],
        "hard_tanh" => [("max_val", 1), ("min_val", -1)],
        "softplus" => [("beta", 1)],
        "hard_shrink" or "soft_shrink" => [("lambda", 0.5)],
        _ => [],
    };
}
