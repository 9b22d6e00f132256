using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Finds the outputs of a network: what the last layer computes, or the tensors that the declaration names.</summary>
internal static class OutputBinder
{
    /// <summary>What a single output is called that has no name.</summary>
    public const string Unnamed = "output";

    /// <summary>Finds the outputs.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="precision">The network's precision.</param>
    /// <param name="settings">What is declared.</param>
    /// <param name="graph">The bound layers.</param>
    /// <returns>The outputs and the indices of their tensors; none after a problem.</returns>
    public static (EquatableArray<Port> Ports, EquatableArray<int> Tensors) Bind(string network, Precision precision, SettingMerger settings, GraphBuilder graph)
    {
        (EquatableArray<PortDeclaration>? ports, DeclarationSource source) =
            settings.MergeValue(d => d.OutputPorts, "outputs", list => $"[{string.Join(", ", list.Select(port => port.Name))}]");
        if (!graph.HasLayers)
        {
            return (default, default);
        }

        if (ports is { Count: > 0 } declared)
        {
            (EquatableArray<string>? names, DeclarationSource nameSource) = settings.MergeValue(d => d.OutputNames, "outputs", list => $"[{string.Join(", ", list)}]");
            if (names is { Count: > 0 } && declared.Count > 1)
            {
                graph.Problems.Report(DeclarationRules.MixedForms, Place.Of(nameSource).Key("outputs"), network, Texts.Key(nameSource, "output_names"), "attributes of its outputs");
            }

            return new PortBinder(network, precision, graph.Problems).Outputs(declared, source, graph) ?? (default, default);
        }

        return (new([new Port(Unnamed, graph.ShapeOf(graph.Last), graph.TypeOf(graph.Last))]), new([graph.Last]));
    }

    /// <summary>The output that labels belong to: the first of numbers with as many values, or the only one; -1 where there is none.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="labels">How many labels there are.</param>
    public static int Labelled(EquatableArray<Port> outputs, int labels)
    {
        int fitting = outputs.ToList().FindIndex(port => port.Type == ElementType.Float && (port.Size == labels || (port.Size == 1 && labels == 2)));
        return fitting >= 0 ? fitting : outputs.Count > 0 ? 0 : -1;
    }
}
