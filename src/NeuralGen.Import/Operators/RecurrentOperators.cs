using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

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
        int[] order = Orders[name];
        RecurrentNode recurrent = RecurrentNode.Of(node, name, order.Length);
        return recurrent.IsLayer ? new RecurrentLayers(node, recurrent, order, PeepholeOrder).Write() : new RecurrentSteps(node, recurrent, order, PeepholeOrder).Write();
    }
}
