using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the forms of <c>Predict</c> of a network with several inputs or outputs, or with others than numbers: a span for each.</summary>
internal static class TensorsPredictWriter
{
    private const string LengthError = "/// <exception cref=\"global::System.ArgumentException\">A span has another length than the network needs.</exception>";

    private static readonly string[] Locals = ["output"];

    /// <summary>Writes all forms.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    public static void Write(EmissionContext context, Program program)
    {
        if (HasNamed(context))
        {
            WriteNamed(context);
        }

        if (HasScalar(context))
        {
            WriteScalar(context);
        }

        WriteSpans(context, program);
    }

    /// <summary>Whether there is a form that returns the output.</summary>
    public static bool HasScalar(EmissionContext context) => context.Outputs.Count == 1 && context.Outputs[0].Size == 1 && context.Inputs.Count > 0;

    /// <summary>Whether there is a form with a parameter per input, each of one value.</summary>
    public static bool HasNamed(EmissionContext context) =>
        HasScalar(context) && context.Inputs.Count <= EmissionContext.MostNamedInputs && context.Inputs.All(input => input.Size == 1);

    /// <summary>The parameters of the form with a parameter per input.</summary>
    public static string NamedParameters(EmissionContext context) => string.Join(", ", context.Inputs.Select(input => $"{input.Type} {input.Parameter}"));

    /// <summary>The parameters of the form with spans alone.</summary>
    public static string SpanParameters(EmissionContext context) =>
        string.Join(", ", context.Inputs.Select(input => $"{input.ReadOnlySpan} {input.Parameter}").Concat(context.Outputs.Select(output => $"{output.Span} {output.Parameter}")));

    private static void WriteNamed(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        PortSpan result = context.Outputs[0];
        writer.Line("/// <summary>Computes the output for one sample.</summary>");
        foreach (PortSpan input in context.Inputs)
        {
            writer.Line($"/// <param name=\"{input.PlainParameter}\">The value of '{Literal.Xml(input.Port.Name)}'.</param>");
        }

        writer.Line($"/// <returns>{Words(result)}.</returns>");
        writer.Open($"{context.Storage.Modifiers} {result.Type} {GeneratedNames.Predict}({NamedParameters(context)})");
        NameScope names = new([.. context.Inputs.Select(input => input.Parameter)]);
        List<string> spans = [];
        foreach (PortSpan input in context.Inputs)
        {
            spans.Add(names.Declare(input.PlainParameter + "_span"));
            writer.Line($"{input.ReadOnlySpan} {spans[spans.Count - 1]} = stackalloc {input.Type}[] {{ {input.Parameter} }};");
        }

        writer.Line($"return {GeneratedNames.Predict}({string.Join(", ", spans)});");
        writer.Close();
        writer.Line();
    }

    private static void WriteScalar(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        PortSpan result = context.Outputs[0];
        writer.Line("/// <summary>Computes the output for one sample.</summary>");
        context.WriteInputs();
        writer.Line($"/// <returns>{Words(result)}.</returns>");
        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} {result.Type} {GeneratedNames.Predict}({context.InputSpans})");
        string output = new NameScope([.. context.Inputs.Select(input => input.Parameter)]).Declare("output");
        writer.Line($"{result.Span} {output} = stackalloc {result.Type}[1];");
        writer.Line($"{GeneratedNames.Predict}({string.Join(", ", context.Inputs.Select(input => input.Parameter).Append(output))});");
        writer.Line($"return {output}[0];");
        writer.Close();
        writer.Line();
    }

    private static void WriteSpans(EmissionContext context, Program program)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the outputs for one sample.</summary>");
        context.WriteInputs();
        foreach (PortSpan output in context.Outputs)
        {
            writer.Line($"/// <param name=\"{output.PlainParameter}\">Receives {Words(output)}.</param>");
        }

        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.Predict}({SpanParameters(context)})");
        if (WorkspaceWriter.IsNeeded(context, program))
        {
            WorkspaceWriter.Write(context, program);
        }
        else
        {
            context.CheckInputs();
            foreach (PortSpan output in context.Outputs)
            {
                context.CheckLength(output.Parameter, output.SizeConstant);
            }
        }

        if (program.Sample == Form.Nodes)
        {
            WriteNodes(context, program);
        }
        else
        {
            FormWriters.WriteSample(context, program);
        }

        writer.Close();
        writer.Line();
    }

    private static void WriteNodes(EmissionContext context, Program program)
    {
        context.WriteStorageLocals();
        NodeWriter nodes = new(context, program.Network, program.Needed, context.Storage.Taken([.. context.Inputs.Concat(context.Outputs).Select(port => port.Parameter), .. Locals]));
        nodes.WriteInputs(_ => null);
        foreach (Step step in program.Steps)
        {
            nodes.WriteStep(step, StepComment.Of(step, program.Network));
        }

        for (int i = 0; i < context.Outputs.Count; i++)
        {
            string?[] values = nodes[program.Network.OutputTensors[i]];
            for (int value = 0; value < values.Length; value++)
            {
                context.Writer.Line($"{context.Outputs[i].Parameter}[{Literal.Integer(value)}] = {values[value]};");
            }
        }
    }

    private static string Words(PortSpan port) => $"the {(port.Size == 1 ? "value" : "values")} of '{Literal.Xml(port.Port.Name)}'{(port.Port.Shape is { Rank: 0 } ? "" : $", {port.Port.Shape}")}";
}
