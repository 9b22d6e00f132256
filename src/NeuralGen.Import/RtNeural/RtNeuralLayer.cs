using NeuralGen.Compiler.Json;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.RtNeural;

/// <summary>Turns the layers of a file into ours: weights of dense layers are [inputs, outputs] there, kernels [taps, inputs / groups, outputs], and
/// gates stand in Keras's order, i f c o of an LSTM, z r h of a GRU.</summary>
internal static class RtNeuralLayer
{
    private static readonly string[] Activations = ["tanh", "relu", "sigmoid", "softmax", "elu"];

    /// <summary>Adds a layer.</summary>
    /// <param name="graph">The layers.</param>
    /// <param name="tensor">What it reads, and then what it computes.</param>
    /// <param name="file">The file.</param>
    /// <param name="layer">The layer there.</param>
    /// <param name="isStepwise">Whether convolutions see no later steps.</param>
    public static void Add(LayerGraph graph, RtNeuralTensor tensor, RtNeuralFile file, JsonValue layer, bool isStepwise)
    {
        string type = file.Text(layer, "type");
        string activation = file.Text(layer, "activation");
        switch (type)
        {
            case "dense" or "time-distributed-dense":
                Dense(graph, tensor, file, layer);
                break;
            case "conv1d":
                Convolution(graph, tensor, file, layer, isStepwise);
                break;
            case "conv2d":
                Image(graph, tensor, file, layer, isStepwise);
                break;
            case "gru" or "lstm":
                Recurrent(graph, tensor, file, layer, type);
                activation = "";
                break;
            case "batchnorm" or "batchnorm2d":
                BatchNormalization(graph, tensor, file, layer);
                break;
            case "prelu":
                Literal slopes = file.Weights(layer) is { Count: > 0 } all ? all[0].Values : throw file.Fail(layer, "its 'weights' are missing");
                JsonFragment function = new($"{{ \"type\": \"prelu\", \"weights\": [{string.Join(", ", slopes.Numbers().Select(value => JsonNumbers.Text(value, ElementKind.Float)))}] }}");
                string input = tensor.ChannelsFirst();
                tensor.Set(graph.Add("activation", "prelu", [input], ("activation", function)), tensor.Shape, isChannelsFirst: true);
                activation = "";
                break;
            case "activation":
                break;
            default:
                throw file.Fail(layer, $"layers of type '{type}' are not known; dense, time-distributed-dense, conv1d, conv2d, gru, lstm, batchnorm, batchnorm2d, prelu and activation are");
        }

        if (activation.Length > 0 && activation != "linear")
        {
            tensor.Activate(Array.IndexOf(Activations, activation) >= 0 ? activation : throw file.Fail(file.Member(layer, "activation"), $"the activation '{activation}' is not known; {string.Join(", ", Activations)} are"));
        }

        if (!tensor.Shape.SequenceEqual(file.ShapeOf(layer)))
        {
            throw file.Fail(file.Member(layer, "shape"), $"the layer has the shape {Dimensions.Text(tensor.Shape)}");
        }
    }

    private static void Dense(LayerGraph graph, RtNeuralTensor tensor, RtNeuralFile file, JsonValue layer)
    {
        (int inputs, int units) = (tensor.Features, file.ShapeOf(layer).Last());
        string name = graph.Names.Claim("dense");
        Literal? bias = Bias(file, layer, 1, units);
        string made = graph.Add(
            "dense", name, [tensor.AsDeclared()], ("weights", Turned(name + ".weight", file.Weights(layer, 0, inputs, units), [units, inputs], at => (at[1] * units) + at[0])), ("bias", bias is null ? null : new Numbers(name + ".bias", bias)), ("use_bias", bias is null ? false : null));
        tensor.Set(made, Dimensions.With(tensor.Shape, tensor.Shape.Length - 1, units), isChannelsFirst: false);
    }

    private static void Convolution(LayerGraph graph, RtNeuralTensor tensor, RtNeuralFile file, JsonValue layer, bool isStepwise)
    {
        if (tensor.Shape.Length != 2)
        {
            throw file.Fail(layer, $"a conv1d reads [time, channels], not {Dimensions.Text(tensor.Shape)}");
        }

        (int kernel, int dilation, int groups, int units) = (file.Integer(layer, "kernel_size", 1), file.Integer(layer, "dilation", 1), file.Integer(layer, "groups", 1), file.ShapeOf(layer).Last());
        int channels = tensor.Features / groups;
        string name = graph.Names.Claim("conv");
        Literal weights = file.Weights(layer, 0, kernel, channels, units);
        Literal? bias = Bias(file, layer, 1, units);
        string made = graph.Add(
            "conv1d",
            name,
            [tensor.ChannelsFirst()],
            ("units", units),
            ("kernel", kernel),
            ("dilation", dilation == 1 ? null : dilation),
            ("groups", groups == 1 ? null : groups),
            ("padding", isStepwise ? "causal" : null),
            ("weights", Turned(name + ".weight", weights, [units, channels, kernel], at => (((at[2] * channels) + at[1]) * units) + at[0])),
            ("bias", bias is null ? null : new Numbers(name + ".bias", bias)),
            ("use_bias", bias is null ? false : null));
        tensor.Set(made, [isStepwise ? tensor.Shape[0] : tensor.Shape[0] - ((kernel - 1) * dilation), units], isChannelsFirst: true);
    }

    /// <summary>A convolution over time and features: its stride runs along features, its dilation along time.</summary>
    private static void Image(LayerGraph graph, RtNeuralTensor tensor, RtNeuralFile file, JsonValue layer, bool isStepwise)
    {
        if (tensor.Shape.Length != 3)
        {
            throw file.Fail(layer, $"a conv2d reads [time, features, channels], not {Dimensions.Text(tensor.Shape)}");
        }

        (int time, int features) = (file.Integer(layer, "kernel_size_time", 1), file.Integer(layer, "kernel_size_feature", 1));
        (int dilation, int stride, int units, int channels) = (file.Integer(layer, "dilation", 1), file.Integer(layer, "strides", 1), file.ShapeOf(layer).Last(), tensor.Features);
        bool isSame = file.Text(layer, "padding") == "same";
        int reach = (time - 1) * dilation;
        int positions = isSame ? (tensor.Shape[1] + stride - 1) / stride : ((tensor.Shape[1] - features) / stride) + 1;
        int around = isSame ? Math.Max(0, ((positions - 1) * stride) + features - tensor.Shape[1]) : 0;
        int before = isStepwise ? reach : isSame ? reach / 2 : 0;
        int behind = isStepwise || !isSame ? 0 : reach - before;
        string name = graph.Names.Claim("conv");
        Literal weights = file.Weights(layer, 0, time, features, channels, units);
        Literal? bias = Bias(file, layer, 1, units);
        string made = graph.Add(
            "conv2d",
            name,
            [tensor.ChannelsFirst()],
            ("units", units),
            ("kernel", new[] { time, features }),
            ("stride", stride == 1 ? null : new[] { 1, stride }),
            ("dilation", dilation == 1 ? null : new[] { dilation, 1 }),
            ("padding", new[] { before, around / 2, behind, around - (around / 2) }),
            ("weights", Turned(name + ".weight", weights, [units, channels, time, features], at => (((((at[2] * features) + at[3]) * channels) + at[1]) * units) + at[0])),
            ("bias", bias is null ? null : new Numbers(name + ".bias", bias)),
            ("use_bias", bias is null ? false : null));
        tensor.Set(made, [tensor.Shape[0] + before + behind - reach, positions, units], isChannelsFirst: true);
    }

    private static void Recurrent(LayerGraph graph, RtNeuralTensor tensor, RtNeuralFile file, JsonValue layer, string type)
    {
        if (tensor.Shape.Length != 2)
        {
            throw file.Fail(layer, $"a {type} reads [time, features], not {Dimensions.Text(tensor.Shape)}");
        }

        int[] order = type == "lstm" ? [0, 1, 2, 3] : [1, 0, 2];
        (int features, int units) = (tensor.Features, file.ShapeOf(layer).Last());
        int sums = order.Length * units;
        int Column(int row) => (order[row / units] * units) + (row % units);
        string name = graph.Names.Claim(type);
        bool isBehind = type == "gru" && file.Weights(layer) is { Count: > 2 } all && all[2].Values.Shape.Length == 2;
        Literal? bias = file.Weights(layer).Count < 3 ? null : isBehind ? file.Weights(layer, 2, 2, sums) : file.Weights(layer, 2, sums);
        string made = graph.Add(
            type,
            name,
            [tensor.AsDeclared()],
            ("units", units),
            ("return_sequences", true),
            ("linear_before_reset", type == "gru" && !isBehind ? false : null),
            ("weights", Turned(name + ".weight", file.Weights(layer, 0, features, sums), [sums, features], at => (at[1] * sums) + Column(at[0]))),
            ("recurrent_weights", Turned(name + ".recurrent_weight", file.Weights(layer, 1, units, sums), [sums, units], at => (at[1] * sums) + Column(at[0]))),
            ("bias", bias is null ? null : Turned(name + ".bias", bias, [sums], at => Column(at[0]))),
            ("recurrent_bias", bias is null || !isBehind ? null : Turned(name + ".recurrent_bias", bias, [sums], at => sums + Column(at[0]))),
            ("use_bias", bias is null ? false : null));
        tensor.Set(made, [tensor.Shape[0], units], isChannelsFirst: false);
    }

    private static void BatchNormalization(LayerGraph graph, RtNeuralTensor tensor, RtNeuralFile file, JsonValue layer)
    {
        int channels = tensor.Features;
        int first = file.Weights(layer).Count > 2 ? 2 : 0;
        Literal Filled(double value) => Literal.Of(ElementKind.Double, [channels], [.. Enumerable.Repeat(value, channels)]);
        (double[] variances, double epsilon) = Sound(file, layer, file.Weights(layer, first + 1, channels).Numbers(), file.Number(layer, "epsilon", 0.001));
        string name = graph.Names.Claim("batch normalization");
        string made = graph.Add(
            "batch_normalization",
            name,
            [tensor.ChannelsFirst()],
            ("gamma", new Numbers(name + ".gamma", first > 0 ? file.Weights(layer, 0, channels) : Filled(1))),
            ("beta", new Numbers(name + ".beta", first > 0 ? file.Weights(layer, 1, channels) : Filled(0))),
            ("mean", new Numbers(name + ".mean", file.Weights(layer, first, channels))),
            ("variance", new Numbers(name + ".variance", Literal.Of(ElementKind.Double, [channels], variances))),
            ("epsilon", epsilon));
        tensor.Set(made, tensor.Shape, isChannelsFirst: true);
    }

    /// <summary>Variances that are negative, as made-up numbers can be, where ε makes up for it: the sums stay what they are.</summary>
    private static (double[] Variances, double Epsilon) Sound(RtNeuralFile file, JsonValue layer, double[] variances, double epsilon)
    {
        double least = variances.Min();
        if (least >= 0)
        {
            return (variances, epsilon);
        }

        double rest = (least + epsilon) / 2;
        return rest > 0
            ? (Array.ConvertAll(variances, variance => variance + epsilon - rest), rest)
            : throw file.Fail(layer, FormattableString.Invariant($"a variance is {least}, and with the epsilon of {epsilon} it has no root"));
    }

    private static Literal? Bias(RtNeuralFile file, JsonValue layer, int index, int units) => file.Weights(layer).Count > index ? file.Weights(layer, index, units) : null;

    private static Numbers Turned(string name, Literal values, int[] shape, Func<int[], int> place) => new(name, values.At(shape, Dimensions.Walk(shape, place)));
}
