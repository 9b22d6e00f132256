using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Binding;

/// <summary>Checks the names of inputs, outputs and labels.</summary>
/// <param name="network">The network's name.</param>
/// <param name="problems">Where to report.</param>
internal sealed class NameBinder(string network, ProblemList problems)
{
    /// <summary>Reports inputs without a name of their own, or whose names become the same parameter name.</summary>
    /// <param name="names">The names.</param>
    /// <param name="place">Where their list stands.</param>
    public void CheckInputs(EquatableArray<string> names, Place place)
    {
        ReportEmpty("Input", names, place);
        ReportCollisions("Input", names, Identifier.Parameter, place);
    }

    /// <summary>Reports outputs without a name of their own, and a number of names other than that of the outputs.</summary>
    /// <param name="declared">The names; null where none are declared.</param>
    /// <param name="place">Where their list stands.</param>
    /// <param name="size">How many values have names; null when a mistake hides it.</param>
    public void CheckOutputs(EquatableArray<string>? declared, Place place, int? size)
    {
        EquatableArray<string> names = declared ?? default;
        ReportEmpty("Output", names, place);
        ReportCollisions("Output", names, Identifier.Parameter, place);
        if (size is { } expected && names.Count != expected && declared is not null)
        {
            problems.Report(
                ShapeRules.OutputNameCount, place, network, Texts.Count(expected, "output"), Texts.Count(names.Count, "output name"));
        }
    }

    /// <summary>Makes the members of the label enum, and checks that there is one per output, or two for one probability.</summary>
    /// <param name="declared">The labels as declared.</param>
    /// <param name="source">Which source declares them.</param>
    /// <param name="size">The number of outputs; null when a mistake hides it.</param>
    /// <param name="graph">The bound layers.</param>
    /// <param name="output">The tensor whose values the labels belong to.</param>
    public EquatableArray<Label> BindLabels(
        EquatableArray<LabelDeclaration> declared, DeclarationSource source, int? size, GraphBuilder graph, int output)
    {
        if (declared.Count == 0)
        {
            return EquatableArray<Label>.Empty;
        }

        Place place = Place.Of(source).Key("labels");
        ReportTexts(declared, place);
        ReportCollisions("Label", declared.Select(label => label.Name ?? label.Text).ToEquatableArray(), Identifier.Member, place);
        if (size is { } outputs && WhyMisfit(declared.Count, outputs, graph, output) is { } reason)
        {
            problems.Report(
                ShapeRules.LabelCount, place, network, Texts.Count(declared.Count, "label"), Texts.Count(outputs, "output"), reason);
        }

        return declared.Select(label => new Label(label.Text, Identifier.Member(label.Name ?? label.Text))).ToEquatableArray();
    }

    /// <summary>What to say of a number of labels that the outputs cannot tell apart; null when they can.</summary>
    private static string? WhyMisfit(int labels, int outputs, GraphBuilder graph, int output)
    {
        if (labels == 2 && outputs == 1)
        {
            bool isMisfit = graph.TryGetActivation(output, out ActivationFunction? activation) && activation?.Loss != LossKind.BinaryCrossEntropy;
            return isMisfit ? "; a pair of labels needs a sigmoid output" : null;
        }

        return labels == 1 && outputs == 1 ? "; it needs at least 2 labels"
            : labels != outputs ? ""
            : null;
    }

    private void ReportTexts(EquatableArray<LabelDeclaration> labels, Place place)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i].Text.Length == 0)
            {
                problems.Report(WeightRules.LabelText, place.At(i).Key("text"), $"Label {i}", network, "is empty");
            }
            else if (!seen.Add(labels[i].Text))
            {
                problems.Report(WeightRules.LabelText, place.At(i).Key("text"), $"Label '{labels[i].Text}'", network, "occurs twice");
            }

            if (labels[i].Name?.Length == 0)
            {
                problems.Report(WeightRules.LabelText, place.At(i).Key("name"), $"Label '{labels[i].Text}'", network, "has an empty 'name'");
            }
        }
    }

    private void ReportEmpty(string what, EquatableArray<string> names, Place place)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 0)
            {
                problems.Report(DeclarationRules.NameUnusable, place.At(i), $"{what} {i}", "has an empty name");
            }
            else if (!seen.Add(names[i]))
            {
                problems.Report(DeclarationRules.NameUnusable, place.At(i), $"{what} name '{names[i]}'", "occurs twice");
            }
        }
    }

    /// <summary>Reports different names that become the same identifier; empty names and repeated ones are reported as such.</summary>
    private void ReportCollisions(string what, EquatableArray<string> names, Func<string, string> toIdentifier, Place place)
    {
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            string identifier = toIdentifier(names[i]);
            if (names[i].Length == 0)
            {
                continue;
            }

            if (seen.TryGetValue(identifier, out string? other))
            {
                if (other != names[i])
                {
                    bool lookSame = Composition.Compose(other) == Composition.Compose(names[i]);
                    problems.Report(
                        DeclarationRules.NamesCollide,
                        place.At(i),
                        what + "s",
                        lookSame ? Texts.Spelled(other) : other,
                        lookSame ? Texts.Spelled(names[i]) : names[i],
                        identifier);
                }
            }
            else
            {
                seen.Add(identifier, names[i]);
            }
        }
    }
}
