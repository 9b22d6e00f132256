using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;

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
        else if (HasNamedValues(context))
        {
            WriteNamedValues(context);
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

    /// <summary>Whether there is a form with a parameter per value of the one input: as of networks that keep nothing.</summary>
    public static bool HasNamedValues(EmissionContext context) =>
        HasScalar(context) && context.Signature.HasState && context.Inputs.Count == 1 && context.Inputs[0].Port.Type == ElementType.Float && context.Inputs[0].Size is > 1 and <= EmissionContext.MostNamedInputs;

    /// <summary>The parameters of the form with a parameter per value.</summary>
    public static string NamedValues(EmissionContext context) =>
        string.Join(", ", context.InputParameters.Select(parameter => $"{context.Type} {parameter}")) + context.StateParameter;

    /// <summary>The parameters of the form with a parameter per input.</summary>
    public static string NamedParameters(EmissionContext context) => string.Join(", ", context.Inputs.Select(input => $"{input.Type} {input.Parameter}")) + context.StateParameter;

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

        context.WriteStateParameter();
        writer.Line($"/// <returns>{Words(result)}.</returns>");
        writer.Open($"{context.Storage.Modifiers} {result.Type} {GeneratedNames.Predict}({NamedParameters(context)})");
        NameScope names = new([.. context.Inputs.Select(input => input.Parameter)]);
        List<string> spans = [];
        foreach (PortSpan input in context.Inputs)
        {
            spans.Add(names.Declare(input.PlainParameter + "_span"));
            writer.Line($"{input.ReadOnlySpan} {spans[spans.Count - 1]} = stackalloc {input.Type}[] {{ {input.Parameter} }};");
        }

        writer.Line($"return {GeneratedNames.Predict}({string.Join(", ", spans)}{context.StateArgument});");
        writer.Close();
        writer.Line();
    }

    private static void WriteNamedValues(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the output for one sample.</summary>");
        for (int i = 0; i < context.InputParameters.Count; i++)
        {
            string name = context.Signature.InputNames.Count > 0 ? context.Signature.InputNames[i] : $"input {Literal.Integer(i)}";
            writer.Line($"/// <param name=\"{context.InputParameters[i].TrimStart('@')}\">The value of '{Literal.Xml(name)}'.</param>");
        }

        context.WriteStateParameter();
        writer.Line($"/// <returns>{Words(context.Outputs[0])}.</returns>");
        writer.Open($"{context.Storage.Modifiers} {context.Outputs[0].Type} {GeneratedNames.Predict}({NamedValues(context)})");
        string span = new NameScope([.. context.InputParameters]).Declare("input_span");
        writer.Line($"{context.ReadOnlySpan} {span} = stackalloc {context.Type}[] {{ {string.Join(", ", context.InputParameters)} }};");
        writer.Line($"return {GeneratedNames.Predict}({span}{context.StateArgument});");
        writer.Close();
        writer.Line();
    }

    private static void WriteScalar(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        PortSpan result = context.Outputs[0];
        writer.Line("/// <summary>Computes the output for one sample.</summary>");
        context.WriteInputs();
        context.WriteStateParameter();
        writer.Line($"/// <returns>{Words(result)}.</returns>");
        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} {result.Type} {GeneratedNames.Predict}({context.InputSpans}{context.StateParameter})");
        string output = new NameScope([.. context.Inputs.Select(input => input.Parameter)]).Declare("output");
        writer.Line($"{result.Span} {output} = stackalloc {result.Type}[1];");
        writer.Line($"{GeneratedNames.Predict}({string.Join(", ", context.Inputs.Select(input => input.Parameter).Append(output))}{context.StateArgument});");
        writer.Line($"return {output}[0];");
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the form from spans to spans, which computes.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    public static void WriteSpans(EmissionContext context, Program program)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the outputs for one sample.</summary>");
        context.WriteInputs();
        foreach (PortSpan output in context.Outputs)
        {
            writer.Line($"/// <param name=\"{output.PlainParameter}\">Receives {Words(output)}.</param>");
        }

        context.WriteStateParameter();

        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.Predict}({SpanParameters(context)}{context.StateParameter})");
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

        StateWriter.WriteSpans(context);

        if (program.Sample == Form.Nodes)
        {
            WriteNodes(context, program);
        }
        else
        {
            FormWriters.WriteSample(context, program);
        }

        StateWriter.WriteAdvance(context);

        writer.Close();
        writer.Line();
    }

    private static void WriteNodes(EmissionContext context, Program program)
    {
        context.WriteStorageLocals();
        NodeWriter nodes = new(context, program.Network, program.Needed, context.Storage.Taken([.. context.AllInputs.Concat(context.AllOutputs).Select(port => port.Parameter), .. Locals]));
        nodes.WriteInputs(_ => null);
        foreach (Step step in program.Steps)
        {
            nodes.WriteStep(step, StepComment.Of(step, program.Network));
        }

        for (int i = 0; i < context.AllOutputs.Count; i++)
        {
            string?[] values = nodes[program.Network.OutputTensors[i]];
            for (int value = 0; value < values.Length; value++)
            {
                context.Writer.Line($"{context.AllOutputs[i].Parameter}[{Literal.Integer(value)}] = {values[value]};");
            }
        }
    }

    private static string Words(PortSpan port) => $"the {(port.Size == 1 ? "value" : "values")} of '{Literal.Xml(port.Port.Name)}'{(port.Port.Shape is { Rank: 0 } ? "" : $", {port.Port.Shape}")}";
}
