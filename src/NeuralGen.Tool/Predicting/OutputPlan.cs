using System.Globalization;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Tool.Predicting;

/// <summary>The columns that a network writes: its label if it has any, then one per label or output.</summary>
internal sealed class OutputPlan
{
    /// <summary>The name of the column with the label.</summary>
    public const string Label = "label";

    /// <summary>Plans the columns of a network.</summary>
    public OutputPlan(NetworkSignature signature)
    {
        Labels = [.. signature.Labels.Select(label => label.Text)];
        LabelledPort = signature.LabelledOutput;
        IsPair = Labels.Count == 2 && signature.Outputs[LabelledPort].Size == 1;
        List<OutputValue> values = [];
        for (int i = 0; i < signature.Outputs.Count; i++)
        {
            Port port = signature.Outputs[i];
            if (Labels.Count > 0 && i == LabelledPort)
            {
                values.AddRange(Labels.Select((label, k) => new OutputValue(i, IsPair ? 0 : k, port.Type, label) { IsComplement = IsPair && k == 0 }));
            }
            else if (Labels.Count == 0 || port.Name != Label)
            {
                values.AddRange(Enumerable.Range(0, port.Size).Select(k => new OutputValue(i, k, port.Type, NameOf(signature, port, k))));
            }
        }

        Values = values;
    }

    /// <summary>The labels; none where the network has none.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The output that the labels belong to.</summary>
    public int LabelledPort { get; }

    /// <summary>Whether one probability decides between two labels.</summary>
    public bool IsPair { get; }

    /// <summary>The columns behind the label.</summary>
    public IReadOnlyList<OutputValue> Values { get; }

    /// <summary>The names of all columns.</summary>
    public IReadOnlyList<string> Names => [.. Labels.Count > 0 ? [Label] : Array.Empty<string>(), .. Values.Select(value => value.Name)];

    private static string NameOf(NetworkSignature signature, Port port, int element) =>
        signature.Outputs.Count == 1 && signature.OutputNames.Count == port.Size && (port.Size > 1 || signature.OutputNames[0].Length > 0) ? signature.OutputNames[element]
        : port.Size == 1 ? port.Name
        : string.Create(CultureInfo.InvariantCulture, $"{port.Name}_{element}");
}
