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
        if (context.Signature.Labels.Count == 0 || context.Inputs.Count == 0)
        {
            return;
        }

        WriteHead(context);
        SourceWriter writer = context.Writer;
        if (IsPair(context))
        {
            IReadOnlyList<Label> labels = context.Signature.Labels;
            string half = context.Arithmetic.Literal(0.5);
            string probability = context.Local("probability");
            WriteProbability(context, probability);
            writer.Open($"if (!({probability} >= {half} || {probability} < {half}))");
            writer.Line($"global::NeuralGen.NoLabel.Throw(nameof({context.Inputs[0].Parameter}), 0);");
            writer.Close();
            writer.Line();
            writer.Line($"return {probability} >= {half}"
                + $" ? {GeneratedNames.Label}.{Identifier.Escape(labels[1].Identifier)} : {GeneratedNames.Label}.{Identifier.Escape(labels[0].Identifier)};");
        }
        else
        {
            string output = context.Signature.IsSingle ? "output" : context.Local("scores");
            string largest = context.Local("largest");
            string i = context.Local("i");
            WriteOutputs(context, output);
            writer.Line($"int {largest} = 0;");
            writer.Open($"for (int {i} = 0; {i} < {output}.Length; {i}++)");
            writer.Open($"if (!({output}[{i}] <= {output}[{largest}]))");
            writer.Open($"if ({context.Type}.IsNaN({output}[{i}]))");
            writer.Line($"global::NeuralGen.NoLabel.Throw(nameof({context.Inputs[0].Parameter}), {i});");
            writer.Close();
            writer.Line();
            writer.Line($"{largest} = {i};");
            writer.Close();
            writer.Close();
            writer.Line();
            writer.Line($"return ({GeneratedNames.Label}){largest};");
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
        context.WriteInputs();
        context.WriteStateParameter();
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The input has another length than the network needs, or an output is NaN, which no label stands for.</exception>");
        writer.Open($"{context.Storage.Modifiers} {GeneratedNames.Label} {GeneratedNames.Classify}({context.InputSpans}{context.StateParameter})");
    }

    private static void WriteProbability(EmissionContext context, string probability)
    {
        if (context.Outputs.Count == 1)
        {
            context.Writer.Line($"{context.Type} {probability} = {GeneratedNames.Predict}({string.Join(", ", context.Inputs.Select(input => input.Parameter))}{context.StateArgument});");
            return;
        }

        string scores = context.Local("scores");
        WriteOutputs(context, scores);
        context.Writer.Line($"{context.Type} {probability} = {scores}[0];");
    }

    /// <summary>Writes a call that computes all outputs, of which one decides.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="decisive">The variable that holds that one.</param>
    private static void WriteOutputs(EmissionContext context, string decisive)
    {
        NameScope names = new([.. context.Inputs.Select(input => input.Parameter), decisive]);
        List<string> arguments = [.. context.Inputs.Select(input => input.Parameter)];
        for (int i = 0; i < context.Outputs.Count; i++)
        {
            PortSpan output = context.Outputs[i];
            string name = i == context.Signature.LabelledOutput ? decisive : names.Declare(output.PlainParameter);
            arguments.Add(name);
            context.Writer.Line($"{output.Span} {name} = stackalloc {output.Type}[{output.SizeConstant}];");
        }

        context.Writer.Line($"{GeneratedNames.Predict}({string.Join(", ", arguments)}{context.StateArgument});");
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
    private static bool IsPair(EmissionContext context) => context.Signature.Labels.Count == 2 && context.Outputs[context.Signature.LabelledOutput].Size == 1;
}
