using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Translation;

/// <summary>Brings nodes into an order in which each comes behind those that compute what it reads, and leaves out those that nothing needs.</summary>
internal static class NodeOrder
{
    /// <summary>Orders nodes.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="outputs">What is needed in the end.</param>
    /// <returns>The nodes; null where they need each other in a circle.</returns>
    public static IReadOnlyList<NodeProto>? Of(IReadOnlyList<NodeProto> nodes, IEnumerable<string> outputs)
    {
        Dictionary<string, int> producers = new(StringComparer.Ordinal);
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            foreach (string output in nodes[i].Output.Where(output => output.Length > 0))
            {
                producers[output] = i;
            }
        }

        int[]?[] needs = new int[nodes.Count][];
        Stack<int> open = new();
        foreach (string output in outputs)
        {
            Visit(output);
        }

        while (open.Count > 0)
        {
            int next = open.Pop();
            HashSet<string> reads = Reads(nodes[next]);
            needs[next] = [.. reads.Where(producers.ContainsKey).Select(name => producers[name]).Distinct()];
            foreach (string name in reads)
            {
                Visit(name);
            }
        }

        void Visit(string name)
        {
            if (producers.TryGetValue(name, out int producer) && needs[producer] is null)
            {
                needs[producer] = [];
                open.Push(producer);
            }
        }

        return Sort(nodes, needs);
    }

    /// <summary>What a node reads, its graphs included.</summary>
    public static HashSet<string> Reads(NodeProto node)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        Stack<NodeProto> open = new([node]);
        while (open.Count > 0)
        {
            NodeProto next = open.Pop();
            names.UnionWith(next.Input);
            foreach (GraphProto graph in next.Attribute.SelectMany(attribute => attribute.Graphs.Concat(attribute.G is null ? [] : [attribute.G])))
            {
                names.UnionWith(graph.Output.Select(output => output.Name));
                foreach (NodeProto inner in graph.Node)
                {
                    open.Push(inner);
                }
            }
        }

        names.Remove("");
        return names;
    }

    private static List<NodeProto>? Sort(IReadOnlyList<NodeProto> nodes, int[]?[] needs)
    {
        int[] missing = Array.ConvertAll(needs, list => list?.Length ?? -1);
        List<int>[] readers = [.. nodes.Select(_ => new List<int>())];
        for (int i = 0; i < needs.Length; i++)
        {
            foreach (int need in needs[i] ?? [])
            {
                readers[need].Add(i);
            }
        }

        SortedSet<int> ready = [.. Enumerable.Range(0, nodes.Count).Where(i => missing[i] == 0)];
        List<NodeProto> sorted = [];
        while (ready.Count > 0)
        {
            int next = ready.Min;
            ready.Remove(next);
            sorted.Add(nodes[next]);
            foreach (int reader in readers[next].Where(reader => --missing[reader] == 0))
            {
                ready.Add(reader);
            }
        }

        return sorted.Count == needs.Count(list => list is not null) ? sorted : null;
    }
}
