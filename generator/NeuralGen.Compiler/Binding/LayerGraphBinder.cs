using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds a list of layers, each of which reads the one before it or those that it names.</summary>
internal static class LayerGraphBinder
{
    /// <summary>Appends the operations of all layers.</summary>
    /// <param name="layers">The layers as declared.</param>
    /// <param name="place">Where the list stands.</param>
    /// <param name="graph">The network, which holds its input already.</param>
    /// <param name="areOutputsNamed">Whether the declaration names the outputs, so that the last layer is none by itself.</param>
    public static void Bind(EquatableArray<LayerDeclaration> layers, Place place, GraphBuilder graph, bool areOutputsNamed)
    {
        string[] names = LayerNames.Assign(layers);
        for (int i = 0; i < layers.Count; i++)
        {
            LayerDeclaration layer = layers[i];
            Place where = place.At(i);
            graph.NotePlace(names[i], where);
            if (names[i].Length == 0)
            {
                graph.Problems.Report(DeclarationRules.NameUnusable, where.Key("name"), $"Layer {i}", "has an empty name");
            }
            else if (graph.TryFind(names[i], out _) || graph.PartsOf(names[i]) is not null)
            {
                graph.Problems.Report(WeightRules.DuplicateName, where.Key("name"), names[i], graph.TryFind(names[i], out int other) && other < graph.InputCount ? "the input" : "another layer");
            }

            if (layer.Type is null || LayerCatalog.Find(layer.Type) is not { } kind)
            {
                graph.Append(names[i], null, null);
                continue;
            }

            int[]? sources = Sources(layer, names, i, kind, where, graph);
            if (sources is null)
            {
                // The rest of what the layer says is checked all the same.
                int unknown = graph.AppendUnknown();
                sources = [.. Enumerable.Repeat(unknown, kind.MaximumSources == 0 ? 0 : Math.Max(1, kind.MinimumSources))];
            }

            else if (!FitElements(sources, names[i], kind, where, layer.Sources is not null, graph))
            {
                sources = [.. sources.Select(_ => graph.AppendUnknown())];
            }

            int first = graph.Last + 1;
            LayerBinding binding = new(graph, layer, names[i], where, sources)
            {
                Next = i + 1 < layers.Count && layers[i + 1].Sources is null ? layers[i + 1] : null,
                Elements = kind.KeepsElements && sources.Length > 0 ? graph.TypeOf(sources[0]) : ElementType.Float,
                IsSpatial = kind.IsSpatial || (kind.KeepsAxes && graph.IsSpatial(sources[0])),
            };
            kind.Bind(binding);
            if (binding.IsSpatial)
            {
                graph.NoteSpatial(first);
            }
        }

        if (!areOutputsNamed && names.Length > 0 && graph.ShapeOf(graph.Last) is not null && graph.PartsOf(names[names.Length - 1]) is { } parts)
        {
            graph.Problems.Report(ShapeRules.UnnamedPart, place.At(names.Length - 1), "The output of the network is", names[names.Length - 1], parts, "outputs");
            graph.AppendUnknown();
        }
    }

    /// <summary>Whether the elements that a layer reads are of types that it computes with.</summary>
    private static bool FitElements(int[] sources, string name, LayerKind kind, Place place, bool areNamed, GraphBuilder graph)
    {
        bool fit = true;
        for (int i = 0; i < sources.Length; i++)
        {
            ElementType type = graph.TypeOf(sources[i]);
            if (graph.ShapeOf(sources[i]) is not null && kind.Misfit(i, type, graph.TypeOf(sources[0])) is { } needed)
            {
                Place where = areNamed ? place.Key("inputs").At(i) : place;
                graph.Problems.Report(ShapeRules.ElementsMisfit, where, name, kind.Type, graph.NameOf(sources[i]), ElementTypes.Name(type), needed);
                fit = false;
            }
        }

        return fit;
    }

    private static int[]? Sources(LayerDeclaration layer, string[] names, int index, LayerKind kind, Place place, GraphBuilder graph)
    {
        if (!layer.AreSourcesKnown)
        {
            return null;
        }

        if (layer.Sources is not { } sources)
        {
            if (kind.MaximumSources == 0)
            {
                return [];
            }

            if (kind.MinimumSources > 1)
            {
                graph.Problems.Report(FileRules.MissingKey, place, $"Layer '{names[index]}' ({kind.Type})", "inputs");
                return null;
            }

            if (index > 0 && graph.PartsOf(names[index - 1]) is { } parts)
            {
                graph.Problems.Report(ShapeRules.UnnamedPart, place, $"Layer '{names[index]}' reads", names[index - 1], parts, "inputs");
                return null;
            }

            if (index == 0 && graph.InputCount > 1)
            {
                graph.Problems.Report(FileRules.MissingKey, place, $"Layer '{names[index]}' ({kind.Type})", "inputs");
                return null;
            }

            return [graph.Last];
        }

        bool sound = true;
        if (sources.Count < kind.MinimumSources || sources.Count > kind.MaximumSources)
        {
            string count = kind.MaximumSources == int.MaxValue ? $"{kind.MinimumSources} or more" : $"{kind.MinimumSources}";
            graph.Problems.Report(ShapeRules.SourceCount, place.Key("inputs"), names[index], kind.Type, Texts.Count(sources.Count, "input"), count);
            sound = false;
        }

        int[] tensors = new int[sources.Count];
        for (int i = 0; i < tensors.Length; i++)
        {
            if (graph.PartsOf(sources[i]) is { } parts)
            {
                graph.Problems.Report(ShapeRules.UnnamedPart, place.Key("inputs").At(i), $"Layer '{names[index]}' reads", sources[i], parts, "inputs");
                sound = false;
            }
            else if (!graph.TryFind(sources[i], out tensors[i]))
            {
                object hint = names[index] == sources[i] ? "; a layer cannot read itself"
                    : names.Skip(index).Contains(sources[i]) ? "; it comes later"
                    : Suggestion.For(sources[i], graph.Names);
                graph.Problems.Report(FileRules.UnknownSource, place.Key("inputs").At(i), names[index], sources[i], hint);
                sound = false;
            }
        }

        return sound ? tensors : null;
    }
}
