using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds a network that is declared node by node: sorts the nodes into layers and checks each against the layer before it.</summary>
/// <param name="source">The nodes.</param>
/// <param name="hidden">The activation of hidden nodes.</param>
/// <param name="output">The activation of output nodes.</param>
/// <param name="graph">The network, which holds its input already.</param>
internal sealed class NodeGraphBinder(NodeSource source, DeclaredActivation hidden, DeclaredActivation output, GraphBuilder graph)
{
    private readonly ProblemList _problems = graph.Problems;
    private readonly HashSet<string> _brokenActivations = new(StringComparer.Ordinal);

    /// <summary>Appends a dense layer per layer of nodes.</summary>
    public void Bind()
    {
        List<(NodeName Name, int Node)> named = Named();
        int[][]? layers = named.Count == source.Nodes.Count ? Layers(named) : null;
        if (layers is null)
        {
            graph.Append("output", null, null);
            return;
        }

        if (layers.Length == 1)
        {
            // There is nothing to apply it to, but what it says should make sense all the same.
            ActivationBinder.Bind(hidden, null, 0, "hidden", Place.Of(source.Source).Key("hidden_activation"), graph);
        }

        for (int i = 0; i < layers.Length; i++)
        {
            bool isOutput = i == layers.Length - 1;
            string name = isOutput ? "output" : layers.Length == 2 ? "hidden" : $"hidden_{i}";
            BindLayer(name, layers[i], isOutput ? output : hidden, isOutput ? "output_activation" : "hidden_activation");
        }
    }

    private List<(NodeName Name, int Node)> Named()
    {
        List<(NodeName Name, int Node)> named = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < source.Nodes.Count; i++)
        {
            string name = source.Nodes[i].Name;
            if (NodeName.Parse(name) is not { } parsed)
            {
                _problems.Report(
                    DeclarationRules.NodeName, source.Name(i), name, "is not named node_LAYER_INDEX, node_INDEX, output or output_INDEX");
            }
            else if (!seen.Add(name))
            {
                _problems.Report(DeclarationRules.NodeName, source.Name(i), name, "is declared twice");
            }
            else
            {
                named.Add((parsed, i));
            }
        }

        return named;
    }

    /// <summary>The nodes of each layer in order, the outputs last; null after a problem.</summary>
    private int[][]? Layers(List<(NodeName Name, int Node)> named)
    {
        NodeForm[] forms = [.. named.Select(node => node.Name.Form).Distinct()];
        if (forms.Contains(NodeForm.Hidden) && forms.Contains(NodeForm.SingleHidden))
        {
            ReportFirst(named, NodeForm.SingleHidden, "names no layer while others do");
            return null;
        }

        if (forms.Contains(NodeForm.Output) && forms.Contains(NodeForm.NumberedOutput))
        {
            ReportFirst(named, NodeForm.Output, "has no number while other outputs do");
            return null;
        }

        if (!named.Any(node => node.Name.IsOutput))
        {
            _problems.Report(DeclarationRules.NodeName, source.Place, "output", "is missing");
            return null;
        }

        int hiddenLayers = named.Where(node => !node.Name.IsOutput).Select(node => node.Name.Layer + 1).DefaultIfEmpty(0).Max();
        bool sound = true;
        List<int[]> layers = [];
        for (int layer = 0; layer <= hiddenLayers && sound; layer++)
        {
            bool isOutput = layer == hiddenLayers;
            int number = layer;
            (NodeName Name, int Node)[] nodes =
            [
                .. named.Where(node => node.Name.IsOutput == isOutput && (isOutput || node.Name.Layer == number)).OrderBy(node => node.Name.Index),
            ];
            string Expected(int index) => isOutput ? $"output_{index}" : forms.Contains(NodeForm.SingleHidden) ? $"node_{index}" : $"node_{number}_{index}";
            int gap = Enumerable.Range(0, nodes.Length + 1).First(index => index == nodes.Length || nodes[index].Name.Index != index);
            if (gap < nodes.Length || nodes.Length == 0)
            {
                Place place = nodes.Length == 0 ? source.Place : source.Name(nodes[gap].Node);
                _problems.Report(DeclarationRules.NodeName, place, Expected(gap), "is missing: nodes and layers count from 0 without gaps");
                sound = false;
            }

            layers.Add([.. nodes.Select(node => node.Node)]);
        }

        return sound ? [.. layers] : null;
    }

    private void ReportFirst(List<(NodeName Name, int Node)> named, NodeForm form, string what)
    {
        int node = named.First(candidate => candidate.Name.Form == form).Node;
        _problems.Report(DeclarationRules.NodeName, source.Name(node), source.Nodes[node].Name, what);
    }

    private void BindLayer(string name, int[] nodes, DeclaredActivation activation, string activationKey)
    {
        graph.Rows[name] = row => source.Weights(nodes[row]);
        int input = graph.Last;
        int? size = graph.SizeOf(input);
        bool sound = size is not null;
        ValueChecker values = new(graph.Precision, _problems);
        foreach (int index in nodes)
        {
            NodeDeclaration node = source.Nodes[index];
            if (node.Weights is not { } weights)
            {
                sound = false;
                continue;
            }

            if (size is { } expected && weights.Count != expected)
            {
                string before = input == 0 ? "the input" : $"the layer before it ('{graph.NameOf(input)}')";
                _problems.Report(ShapeRules.NodeWeightCount, source.Weights(index), node.Name, Texts.Count(weights.Count, "weight"), before, Texts.Count(expected, "value"));
                sound = false;
            }

            sound &= values.AreFinite(weights, source.Weights(index).At, i => $"Weight {i} of node '{node.Name}'");
            sound &= values.AreFinite(
                new NumberArray([node.Bias ?? 0]), _ => source.Bias(index), _ => $"The bias of node '{node.Name}'");
        }

        NumberArray? bias = nodes.Any(node => source.Nodes[node].Bias is not null)
            ? new NumberArray([.. nodes.Select(node => source.Nodes[node].Bias ?? 0)])
            : null;
        Shape shape = Shape.Vector(nodes.Length);
        int tensor = graph.Append(name, shape, !sound ? null : output => new DenseOperation(
            name, LayerBinding.Of(input), output, nodes.Length, graph.Own(new NumberArray([.. nodes.SelectMany(node => source.Nodes[node].Weights!.ToArray())])), bias is null ? null : graph.Own(bias)));

        // One declared activation serves all hidden layers; its mistakes are reported once.
        ActivationFunction? function = _brokenActivations.Contains(activationKey)
            ? null
            : ActivationBinder.Bind(activation, shape, 0, name, Place.Of(source.Source).Key(activationKey), graph);
        if (function is null)
        {
            _brokenActivations.Add(activationKey);
        }

        if (function is not { IsIdentity: true })
        {
            graph.Append(name, shape, function is null
                ? null
                : output => new ActivationOperation(name, LayerBinding.Of(tensor), output, function));
        }
    }
}
