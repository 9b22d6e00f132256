using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Translation;

/// <summary>A graph in an attribute of a node.</summary>
internal static class Subgraph
{
    /// <summary>Translates it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">What its inputs are.</param>
    /// <returns>What its outputs are.</returns>
    public static Value[] Translate(NodeTranslation node, GraphProto graph, params Value[] inputs)
    {
        GraphScope scope = new(node.Scope);
        node.Graph.AddInitializers(graph, scope);
        return Translate(node, graph, scope, inputs);
    }

    /// <summary>Translates it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="scope">The tensors that it sees, to which its own are added.</param>
    /// <param name="inputs">What its inputs are.</param>
    /// <returns>What its outputs are.</returns>
    public static Value[] Translate(NodeTranslation node, GraphProto graph, GraphScope scope, Value[] inputs)
    {
        for (int i = 0; i < Math.Min(graph.Input.Count, inputs.Length); i++)
        {
            scope.Add(graph.Input[i].Name, inputs[i]);
        }

        string[] outputs = [.. graph.Output.Select(output => output.Name)];
        node.Graph.Translate(graph.Node, outputs, node.Graph.Opsets, scope, graph.Name);
        return Array.ConvertAll(outputs, output => scope.Find(output) switch
        {
            null => throw node.Fail($"nothing computes output '{output}' of its graph '{graph.Name}'"),
            { IsBroken: true } => throw new BrokenTensorException(),
            { } value => value,
        });
    }
}
