using NeuralGen.Generator.Declarations;
using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.Networks;

/// <summary>Checks the names of inputs, outputs and labels.</summary>
/// <param name="network">The network's name.</param>
/// <param name="problems">Where to report.</param>
internal sealed class NameBinder(string network, ProblemList problems)
{
    /// <summary>Reports inputs whose names become the same parameter name.</summary>
    public void CheckInputs((EquatableArray<string> Names, DeclarationSource Source) inputs) =>
        ReportCollisions("Inputs", inputs.Names, Identifier.Parameter, Place.Of(inputs.Source).Key("inputs"));

    /// <summary>Reports a number of output names other than that of the outputs.</summary>
    public void CheckOutputs(EquatableArray<string> names, DeclarationSource source, int? size)
    {
        if (size is { } expected && names.Count != expected && names.Count > 0)
        {
            problems.Report(ShapeRules.OutputNameCount, Place.Of(source).Key("outputs"), network, expected, names.Count);
        }
    }

    /// <summary>Makes the members of the label enum, and checks that there is one per output, or two for one probability.</summary>
    /// <param name="declared">The labels as declared.</param>
    /// <param name="source">Which source declares them.</param>
    /// <param name="size">The number of outputs; null when a mistake hides it.</param>
    /// <param name="lastActivation">The activation of the outputs, or null when there is none or a mistake hides it.</param>
    public EquatableArray<Label> BindLabels(
        EquatableArray<LabelDeclaration> declared, DeclarationSource source, int? size, ActivationFunction? lastActivation)
    {
        if (declared.Count == 0)
        {
            return EquatableArray<Label>.Empty;
        }

        Place place = Place.Of(source).Key("labels");
        for (int i = 0; i < declared.Count; i++)
        {
            if (declared[i].Text.Length == 0)
            {
                problems.Report(WeightRules.LabelText, place.At(i), "", network, "is empty");
            }
        }

        ReportCollisions("Labels", declared.Select(label => label.Name ?? label.Text).ToEquatableArray(), Identifier.Member, place);
        if (size is { } outputs && declared.Count != outputs)
        {
            bool isPair = outputs == 1 && declared.Count == 2;
            if (!isPair || lastActivation is not SigmoidActivation)
            {
                problems.Report(
                    ShapeRules.LabelCount,
                    place,
                    network,
                    declared.Count,
                    outputs,
                    isPair ? "; a pair of labels needs a sigmoid output" : "");
            }
        }

        return declared.Select(label => new Label(label.Text, Identifier.Member(label.Name ?? label.Text))).ToEquatableArray();
    }

    private void ReportCollisions(string what, EquatableArray<string> names, Func<string, string> toIdentifier, Place place)
    {
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Count; i++)
        {
            string identifier = toIdentifier(names[i]);
            if (seen.TryGetValue(identifier, out string? other))
            {
                problems.Report(DeclarationRules.NamesCollide, place.At(i), what, other, names[i], identifier);
            }
            else
            {
                seen.Add(identifier, names[i]);
            }
        }
    }
}
