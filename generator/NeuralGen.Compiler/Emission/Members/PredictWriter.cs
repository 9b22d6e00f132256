using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the forms of <c>Predict</c>, one of which holds the computation.</summary>
internal static class PredictWriter
{
    /// <summary>Up to this many products the JIT does well to inline the whole network into its caller.</summary>
    private const int MostInlinedTerms = 24;

    /// <summary>Writes all forms.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    public static void Write(EmissionContext context, Program program)
    {
        bool isInlined = program.Sample == Form.Nodes && !program.IsTrainable && program.Terms <= MostInlinedTerms;
        if (program.Sample != Form.Nodes)
        {
            WriteForwarding(context);
            WriteStages(context, program);
        }
        else if (context.HasNamedPredict && context.Storage.AreConstant)
        {
            WriteNamed(context, program, isInlined);
            WriteSpanForms(context, isInlined, $"{GeneratedNames.Predict}({string.Join(", ", context.InputParameters.Select((_, i) => $"input[{Literal.Integer(i)}]"))})");
        }
        else if (context.Signature.OutputSize == 1)
        {
            WriteNamedForwarding(context);
            PredictForms.OpenScalar(context, isInlined);
            WriteNodes(context, program, _ => null, ["input"], output => context.Writer.Line($"return {output[0]};"));
            context.Writer.Close();
            context.Writer.Line();
            PredictForms.OpenSpan(context, isInlined: isInlined);
            context.Writer.Line($"output[0] = {GeneratedNames.Predict}(input);");
            context.Writer.Close();
            context.Writer.Line();
        }
        else
        {
            PredictForms.OpenSpan(context, isInlined: isInlined);
            WriteNodes(context, program, _ => null, ["input", "output"], outputs =>
            {
                for (int i = 0; i < outputs.Length; i++)
                {
                    context.Writer.Line($"output[{Literal.Integer(i)}] = {outputs[i]};");
                }
            });
            context.Writer.Close();
            context.Writer.Line();
        }
    }

    private static void WriteNamed(EmissionContext context, Program program, bool isInlined)
    {
        PredictForms.OpenNamed(context, isInlined);
        WriteNodes(context, program, i => context.InputParameters[i], context.InputParameters, output => context.Writer.Line($"return {output[0]};"));
        context.Writer.Close();
        context.Writer.Line();
    }

    /// <summary>The forms with spans, when another form computes.</summary>
    private static void WriteSpanForms(EmissionContext context, bool isInlined, string call)
    {
        PredictForms.OpenScalar(context, isInlined);
        context.Writer.Line($"return {call};");
        context.Writer.Close();
        context.Writer.Line();
        PredictForms.OpenSpan(context, isInlined: isInlined);
        context.Writer.Line($"output[0] = {call};");
        context.Writer.Close();
        context.Writer.Line();
    }

    /// <summary>The forms without an output span, when the one with it computes.</summary>
    private static void WriteForwarding(EmissionContext context)
    {
        if (context.Signature.OutputSize != 1)
        {
            return;
        }

        WriteNamedForwarding(context);
        PredictForms.OpenScalar(context);
        context.Writer.Line($"{context.Span} output = stackalloc {context.Type}[1];");
        context.Writer.Line($"{GeneratedNames.Predict}(input, output);");
        context.Writer.Line("return output[0];");
        context.Writer.Close();
        context.Writer.Line();
    }

    /// <summary>The form with a parameter per input, when the one with a span computes.</summary>
    private static void WriteNamedForwarding(EmissionContext context)
    {
        if (!context.HasNamedPredict)
        {
            return;
        }

        string input = new NameScope([.. context.InputParameters]).Declare("input");
        PredictForms.OpenNamed(context);
        context.Writer.Line($"{context.ReadOnlySpan} {input} = stackalloc {context.Type}[] {{ {string.Join(", ", context.InputParameters)} }};");
        context.Writer.Line($"return {GeneratedNames.Predict}({input});");
        context.Writer.Close();
        context.Writer.Line();
    }

    private static void WriteStages(EmissionContext context, Program program)
    {
        bool isLarge = WorkspaceWriter.IsNeeded(context, program);
        PredictForms.OpenSpan(context, checks: !isLarge, skipsClearing: !isLarge && program.Sample == Form.Stages && context.Platform.SkipsClearing);
        if (isLarge)
        {
            WorkspaceWriter.Write(context, program);
        }

        FormWriters.WriteSample(context, program);
        context.Writer.Close();
        context.Writer.Line();
    }

    /// <summary>Writes all steps with a local variable per node.</summary>
    private static void WriteNodes(
        EmissionContext context, Program program, Func<int, string?> parameterOf, IEnumerable<string> taken, Action<string[]> finish)
    {
        context.WriteStorageLocals();
        NodeWriter nodes = new(context, program.Network, program.Needed, context.Storage.Taken(taken));
        nodes.WriteInputs(parameterOf);
        foreach (Step step in program.Steps)
        {
            nodes.WriteStep(step, StepComment.Of(step, program.Network));
        }

        finish(nodes[program.Network.OutputTensor]!);
    }
}
