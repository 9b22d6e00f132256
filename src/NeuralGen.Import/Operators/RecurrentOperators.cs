using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>Recurrent operators: layers where the weights are known and there is one sequence, else written out step by step.</summary>
internal static class RecurrentOperators
{
    /// <summary>For each gate in PyTorch's order its place in ONNX's: i o f c, z r h.</summary>
    private static readonly Dictionary<string, int[]> Orders = new() { ["RNN"] = [0], ["GRU"] = [1, 0, 2], ["LSTM"] = [0, 2, 3, 1] };

    /// <summary>The same of peepholes: i o f.</summary>
    private static readonly int[] PeepholeOrder = [0, 2, 1];

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All => Orders.Keys.Select(name => (name, (Translator)(node => Translate(node, name))));

    private static Value[] Translate(NodeTranslation node, string name)
    {
        RecurrentNode recurrent = RecurrentNode.Of(node, name, Orders[name].Length);
        return recurrent.IsLayer ? Layer(node, recurrent) : new RecurrentSteps(node, recurrent, Orders[name], PeepholeOrder).Write();
    }

    private static Value[] Layer(NodeTranslation node, RecurrentNode recurrent)
    {
        (int steps, int units, int directions) = (recurrent.Steps, recurrent.Units, recurrent.Directions);
        int[] order = Orders[recurrent.Name];
        string sequence = node.Layers.Read(recurrent.Data, [steps, recurrent.Features]);
        List<string> inputs = [sequence];
        int[] state = directions == 1 ? [units] : [directions, units];
        if (recurrent.Hidden is not null || recurrent.Cell is not null)
        {
            inputs.Add(node.Layers.Read(recurrent.Hidden ?? recurrent.Zeros(node), state));
        }

        if (recurrent.Cell is not null)
        {
            inputs.Add(node.Layers.Read(recurrent.Cell, state));
        }

        List<(string, object?)> arguments =
        [
            ("units", units),
            ("bidirectional", directions == 2 ? true : null),
            ("reversed", directions == 1 && recurrent.IsReverse(0) ? true : null),
            ("linear_before_reset", recurrent.Name == "GRU" && !node.Flag("linear_before_reset", false) ? false : null),
            ("coupled", recurrent.Name == "LSTM" && node.Flag("input_forget", false) ? true : null),
            ("clip", node.Has("clip") && node.Float("clip", 0) > 0 ? node.Float("clip", 0) : null),
            .. recurrent.ActivationArguments(node),
            ("use_bias", recurrent.Bias is null ? false : null),
        ];
        for (int direction = 0; direction < directions; direction++)
        {
            string suffix = direction == 1 ? "_reverse" : "";
            arguments.Add(("weights" + suffix, Gates(recurrent.Weights, direction, order, units, recurrent.Features, 0, suffix)));
            arguments.Add(("recurrent_weights" + suffix, Gates(recurrent.RecurrentWeights, direction, order, units, units, 0, suffix)));
            if (recurrent.Bias is { } bias)
            {
                arguments.Add(("bias" + suffix, Gates(bias, direction, order, units, null, 0, suffix, 2)));
                arguments.Add(("recurrent_bias" + suffix, Gates(bias, direction, order, units, null, order.Length * units, ".recurrent" + suffix, 2)));
            }

            if (recurrent.Peepholes is { } peepholes)
            {
                arguments.Add(("peepholes" + suffix, Gates(peepholes, direction, PeepholeOrder, units, null, 0, suffix)));
            }
        }

        string[] names = [node.OutputName(), node.OutputName() + " last", .. recurrent.Name == "LSTM" ? [node.OutputName() + " cell"] : Array.Empty<string>()];
        string[] parts = node.Layers.AddParts(recurrent.Name.ToLowerInvariant(), names, inputs, [.. arguments]);
        bool isBatchFirst = node.Flag("layout", false);
        List<Value> results = [node.Result(recurrent.Data.Kind, isBatchFirst ? [1, steps, directions, units] : [steps, directions, 1, units], parts[0], [steps, directions * units])];
        for (int i = 1; i < parts.Length; i++)
        {
            results.Add(node.Result(recurrent.Data.Kind, isBatchFirst ? [1, directions, units] : [directions, 1, units], parts[i], state, i));
        }

        return [.. results];
    }

    /// <summary>The numbers of one direction, gate by gate in our order: a matrix of that many columns, or a vector.</summary>
    private static Numbers Gates(Value value, int direction, int[] order, int units, int? width, int start, string suffix, int parts = 1)
    {
        int columns = width ?? 1;
        int[] shape = width is null ? [order.Length * units] : [order.Length * units, columns];
        int first = (direction * order.Length * units * columns * parts) + start;
        int[] places = Dimensions.Walk([order.Length * units, columns], at => first + (((order[at[0] / units] * units) + (at[0] % units)) * columns) + at[1]);
        return new Numbers(value.Name + suffix, value.Constant!.At(shape, places));
    }
}
