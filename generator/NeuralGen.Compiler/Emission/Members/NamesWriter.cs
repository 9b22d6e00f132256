using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Emission.Training;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the names of inputs, outputs and labels as declared.</summary>
internal static class NamesWriter
{
    /// <summary>The properties.</summary>
    public static IReadOnlyList<string> Properties { get; } = [GeneratedNames.InputNames, GeneratedNames.OutputNames, GeneratedNames.LabelNames];

    /// <summary>Writes the properties, which are empty where nothing is declared.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        NetworkSignature signature = context.Signature;
        Write(context, GeneratedNames.InputNames, context.InputTexts, "inputs' names in their order", NamesOf(signature, signature.InputNames, signature.Inputs, GraphBuilder.SingleInput));
        Write(context, GeneratedNames.OutputNames, context.OutputTexts, "outputs' names in their order", NamesOf(signature, signature.OutputNames, signature.Outputs, OutputBinder.Unnamed));
        bool hasLabels = signature.Labels.Count > 0;
        string labels = "labels' own texts" + (hasLabels ? $", in the order of <see cref=\"{GeneratedNames.Label}\"/>" : "");
        Write(context, GeneratedNames.LabelNames, context.LabelTexts, labels, [.. signature.Labels.Select(label => label.Text)]);
    }

    /// <summary>Writes the members of <c>ITrainableNetwork</c> that hand on the static properties.</summary>
    /// <param name="context">What the writers share.</param>
    public static void WriteInstance(EmissionContext context)
    {
        foreach (string name in Properties)
        {
            context.Writer.Line("/// <inheritdoc/>");
            context.Writer.Line($"global::System.ReadOnlySpan<string> {TrainableWriter.Interface(context)}.{name} => {name};\n");
        }
    }

    /// <summary>The names of values, or that of the one tensor that has a name; training compares its data with the names of values alone.</summary>
    private static IReadOnlyList<string> NamesOf(NetworkSignature signature, IReadOnlyList<string> names, IReadOnlyList<Port> ports, string unnamed) =>
        names.Count == 0 && ports.Count == 1 && !signature.IsTrainable && ports[0].Name != unnamed ? [ports[0].Name] : names;

    private static void Write(EmissionContext context, string name, string field, string words, IReadOnlyList<string> texts)
    {
        SourceWriter writer = context.Writer;
        writer.Line($"/// <summary>The {words}{(texts.Count > 0 ? "" : "; none are declared")}.</summary>");
        if (texts.Count == 0)
        {
            writer.Line($"public static global::System.ReadOnlySpan<string> {name} => default;\n");
            return;
        }

        writer.Line($"public static global::System.ReadOnlySpan<string> {name} => {field};\n");
        writer.Line($"private static readonly string[] {field} = new string[] {{ {string.Join(", ", texts.Select(Literal.String))} }};\n");
    }
}
