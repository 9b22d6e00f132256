using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes <c>Classify</c> and the labels' enum.</summary>
internal static class ClassifyWriter
{
    /// <summary>Writes the members, when there are labels.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        if (context.Signature.Labels.Count == 0)
        {
            return;
        }

        WriteHead(context);
        SourceWriter writer = context.Writer;
        if (IsPair(context))
        {
            IReadOnlyList<Label> labels = context.Signature.Labels;
            string half = context.Arithmetic.Literal(0.5);
            writer.Line($"{context.Type} probability = {GeneratedNames.Predict}(input);");
            writer.Open($"if (!(probability >= {half} || probability < {half}))");
            writer.Line("global::NeuralGen.NoLabel.Throw(nameof(input), 0);");
            writer.Close();
            writer.Line();
            writer.Line($"return probability >= {half}"
                + $" ? {GeneratedNames.Label}.{Identifier.Escape(labels[1].Identifier)} : {GeneratedNames.Label}.{Identifier.Escape(labels[0].Identifier)};");
        }
        else
        {
            writer.Line($"{context.Span} output = stackalloc {context.Type}[{GeneratedNames.OutputSize}];");
            writer.Line($"{GeneratedNames.Predict}(input, output);");
            writer.Line("int largest = 0;");
            writer.Open("for (int i = 0; i < output.Length; i++)");
            writer.Open("if (!(output[i] <= output[largest]))");
            writer.Open($"if ({context.Type}.IsNaN(output[i]))");
            writer.Line("global::NeuralGen.NoLabel.Throw(nameof(input), i);");
            writer.Close();
            writer.Line();
            writer.Line("largest = i;");
            writer.Close();
            writer.Close();
            writer.Line();
            writer.Line($"return ({GeneratedNames.Label})largest;");
        }

        writer.Close();
        writer.Line();
        WriteLabels(context);
    }

    /// <summary>Writes the documentation and opens the method.</summary>
    public static void WriteHead(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        string rule = IsPair(context)
            ? "the second label from a probability of one half up"
            : "the label of the largest output, the first of several that are equal";
        writer.Line($"/// <summary>Finds the label of one sample: {rule}.</summary>");
        writer.Line($"/// <param name=\"input\">{context.InputWords}.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The input has another length than the network needs, or an output is NaN, which no label stands for.</exception>");
        writer.Open($"{context.Storage.Modifiers} {GeneratedNames.Label} {GeneratedNames.Classify}({context.ReadOnlySpan} input)");
    }

    /// <summary>Writes the enum.</summary>
    public static void WriteLabels(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>What the network tells apart.</summary>");
        writer.Open($"public enum {GeneratedNames.Label}");
        foreach (Label label in context.Signature.Labels)
        {
            writer.Line($"/// <summary>'{Literal.Xml(label.Text)}'.</summary>");
            writer.Line($"{Identifier.Escape(label.Identifier)},");
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>Whether one probability decides between two labels.</summary>
    private static bool IsPair(EmissionContext context) => context.Signature is { OutputSize: 1, Labels.Count: 2 };
}
