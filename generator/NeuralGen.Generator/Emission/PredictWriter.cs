using NeuralGen.Generator.Declarations;
using NeuralGen.Generator.Lowering;
using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>Writes the forms of <c>Predict</c>, one of which holds the computation.</summary>
internal static class PredictWriter
{
    /// <summary>Up to this many products the JIT does well to inline the whole network into its caller.</summary>
    private const int MostInlinedTerms = 24;

    /// <summary>Writes all forms.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="plan">The network's plan.</param>
    public static void Write(EmissionContext context, Plan plan)
    {
        if (!plan.IsSingleMethod)
        {
            WriteForwarding(context);
            WriteStages(context, plan);
        }
        else if (context.HasNamedPredict)
        {
            WriteNamed(context, plan);
            WriteSpanForms(context, $"{GeneratedNames.Predict}({string.Join(", ", context.InputParameters.Select((_, i) => $"input[{Literal.Integer(i)}]"))})");
        }
        else if (context.Signature.OutputSize == 1)
        {
            PredictForms.OpenScalar(context);
            WriteNodes(context, plan, _ => null, ["input"], output => context.Writer.Line($"return {output[0]};"));
            context.Writer.Close();
            context.Writer.Line();
            PredictForms.OpenSpan(context);
            context.Writer.Line($"output[0] = {GeneratedNames.Predict}(input);");
            context.Writer.Close();
            context.Writer.Line();
        }
        else
        {
            PredictForms.OpenSpan(context);
            WriteNodes(context, plan, _ => null, ["input", "output"], outputs =>
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

    private static void WriteNamed(EmissionContext context, Plan plan)
    {
        if (plan.Terms <= MostInlinedTerms)
        {
            PredictForms.OpenNamed(context, "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
        }
        else
        {
            PredictForms.OpenNamed(context, "");
        }

        WriteNodes(context, plan, i => context.InputParameters[i], context.InputParameters, output => context.Writer.Line($"return {output[0]};"));
        context.Writer.Close();
        context.Writer.Line();
    }

    /// <summary>The forms with spans, when another form computes.</summary>
    private static void WriteSpanForms(EmissionContext context, string call)
    {
        PredictForms.OpenScalar(context);
        context.Writer.Line($"return {call};");
        context.Writer.Close();
        context.Writer.Line();
        PredictForms.OpenSpan(context);
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

        NameScope names = new([.. context.InputParameters]);
        if (context.HasNamedPredict)
        {
            string input = names.Declare("input");
            PredictForms.OpenNamed(context, "");
            context.Writer.Line($"{context.ReadOnlySpan} {input} = stackalloc {context.Type}[] {{ {string.Join(", ", context.InputParameters)} }};");
            context.Writer.Line($"return {GeneratedNames.Predict}({input});");
            context.Writer.Close();
            context.Writer.Line();
        }

        PredictForms.OpenScalar(context);
        context.Writer.Line($"{context.Span} output = stackalloc {context.Type}[1];");
        context.Writer.Line($"{GeneratedNames.Predict}(input, output);");
        context.Writer.Line("return output[0];");
        context.Writer.Close();
        context.Writer.Line();
    }

    private static void WriteStages(EmissionContext context, Plan plan)
    {
        PredictForms.OpenSpan(context);
        new StageWriter(context, plan).WriteCalls();
        context.Writer.Close();
        context.Writer.Line();
    }

    /// <summary>Writes all steps with a local variable per node.</summary>
    private static void WriteNodes(
        EmissionContext context, Plan plan, Func<int, string?> parameterOf, IEnumerable<string> taken, Action<string[]> finish)
    {
        SourceWriter writer = context.Writer;
        NameScope names = new();
        names.Take(taken);
        UnrolledBlock block = new(writer, names, new TensorNames(plan.Lowered), context.Arithmetic);
        string?[][] values = new string?[plan.Lowered.Tensors.Count][];
        values[0] = new string?[context.Signature.InputSize];
        bool hasLoads = false;
        for (int i = 0; i < values[0].Length; i++)
        {
            values[0][i] = parameterOf(i);
            if (values[0][i] is null && plan.Needed[0][i])
            {
                string name = context.Signature.InputNames.Count > 0 ? Identifier.Parameter(context.Signature.InputNames[i]) : $"input{Literal.Integer(i)}";
                values[0][i] = names.Declare(name.TrimStart('@'));
                writer.Line($"{context.Type} {values[0][i]} = input[{Literal.Integer(i)}];");
                hasLoads = true;
            }
        }

        if (hasLoads)
        {
            writer.Line();
        }

        foreach (Step step in plan.Steps)
        {
            writer.Line($"// {StepComment.Of(step, plan)}");
            values[step.Output] = OperationEmitters.For(step.Operation).Unrolled(
                block, step, [.. step.Inputs.Select(input => values[input])], plan.Needed[step.Output]);
            writer.Line();
        }

        finish(values[plan.Lowered.OutputTensor]!);
    }
}
