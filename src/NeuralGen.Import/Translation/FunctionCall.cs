using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Translation;

/// <summary>A node that calls a function of the model: its nodes take the place of the node.</summary>
internal static class FunctionCall
{
    /// <summary>Translates the function's nodes.</summary>
    public static IReadOnlyList<Value> Translate(NodeTranslation node, FunctionProto function)
    {
        GraphScope scope = new(node.Scope);
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < function.Input.Count; i++)
        {
            names[function.Input[i]] = node.Optional(i) is null ? "" : Inner(function.Input[i]);
            if (node.Optional(i) is { } value)
            {
                scope.Add(Inner(function.Input[i]), value);
            }
        }

        Dictionary<string, AttributeProto> attributes = new(StringComparer.Ordinal);
        foreach (AttributeProto attribute in function.AttributeProto.Concat(node.Node.Attributes.Values))
        {
            attributes[attribute.Name] = attribute;
        }

        // Names of the function are its own: those of the graph that calls it must not be seen.
        string Inner(string name) => name.Length == 0 ? "" : names.TryGetValue(name, out string? known) ? known : $"{node.Node.Name} {name} {scope.Depth}";
        NodeProto[] nodes = [.. function.Node.Select(inner => Renamed(inner, Inner, attributes))];
        Dictionary<string, long> opsets = function.OpsetImport.GroupBy(import => import.Domain == "ai.onnx" ? "" : import.Domain).ToDictionary(group => group.Key, group => group.First().Version);
        string[] outputs = [.. function.Output.Select(Inner)];
        node.Graph.Translate(nodes, outputs, opsets, scope, function.Name);
        return [.. outputs.Select((output, i) => scope.Find(output) ?? throw node.Fail($"nothing in the function computes its output '{function.Output[i]}'"))];
    }

    private static NodeProto Renamed(NodeProto node, Func<string, string> rename, Dictionary<string, AttributeProto> attributes)
    {
        NodeProto renamed = new() { Name = node.Name, OpType = node.OpType, Domain = node.Domain, Overload = node.Overload };
        renamed.Input.AddRange(node.Input.Select(rename));
        renamed.Output.AddRange(node.Output.Select(rename));
        foreach (AttributeProto attribute in node.Attribute)
        {
            if (attribute.RefAttrName.Length == 0)
            {
                AttributeProto copy = attribute.G is null ? attribute : attribute.Clone();
                if (copy.G is { } graph)
                {
                    Rename(graph, rename, attributes);
                }

                renamed.Attribute.Add(copy);
            }
            else if (attributes.TryGetValue(attribute.RefAttrName, out AttributeProto? referenced))
            {
                AttributeProto given = referenced.Clone();
                given.Name = attribute.Name;
                renamed.Attribute.Add(given);
            }
        }

        return renamed;
    }

    private static void Rename(GraphProto graph, Func<string, string> rename, Dictionary<string, AttributeProto> attributes)
    {
        foreach (ValueInfoProto port in graph.Input.Concat(graph.Output))
        {
            port.Name = rename(port.Name);
        }

        foreach (TensorProto tensor in graph.Initializer)
        {
            tensor.Name = rename(tensor.Name);
        }

        NodeProto[] nodes = [.. graph.Node.Select(node => Renamed(node, rename, attributes))];
        graph.Node.Clear();
        graph.Node.AddRange(nodes);
    }
}
