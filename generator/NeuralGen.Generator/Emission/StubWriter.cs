using NeuralGen.Generator.Declarations;
using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>
/// Writes the members of a network with errors: they have their types and throw, so that its callers compile and nothing
/// hides the errors that matter.
/// </summary>
internal static class StubWriter
{
    /// <summary>Writes the members whose names are free.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        string network = Literal.String($"The network '{context.Signature.Name}' was built with errors.");
        string failure = $"throw new global::System.InvalidOperationException({network});";
        string input = $"{context.ReadOnlySpan} input";
        string output = $"{context.Span} output";
        writer.Line($"private const bool {GeneratedNames.StandIn} = true;\n");
        Constant(context, GeneratedNames.InputSize, context.Signature.InputSize);
        Constant(context, GeneratedNames.OutputSize, context.Signature.OutputSize);
        Constant(context, GeneratedNames.ParameterCount, context.Signature.ParameterCount);
        if (IsFree(context, GeneratedNames.Predict))
        {
            bool isNamed = context.Signature.InputSize is > 0 and <= EmissionContext.MostNamedInputs;
            string named = isNamed
                ? string.Join(", ", context.InputParameters.Select(parameter => $"{context.Type} {parameter}"))
                : $"params {context.Type}[] input";
            Method(writer, $"{context.Type} {GeneratedNames.Predict}({named})", failure);
            Method(writer, $"{context.Type} {GeneratedNames.Predict}({input})", failure);
            Method(writer, $"void {GeneratedNames.Predict}({input}, {output})", failure);
        }

        if (IsFree(context, GeneratedNames.PredictBatch))
        {
            Method(writer, $"void {GeneratedNames.PredictBatch}({context.ReadOnlySpan} inputs, {context.Span} outputs)", failure);
        }

        if (IsFree(context, GeneratedNames.Parameters))
        {
            writer.Line("/// <summary>Stands in.</summary>");
            writer.Line($"public static {context.ReadOnlySpan} {GeneratedNames.Parameters} => {failure.TrimEnd(';')};\n");
        }

        if (context.Signature.Labels.Count > 0 && IsFree(context, GeneratedNames.Label))
        {
            WriteLabels(context, failure, input);
        }

        InterfaceWriter.Write(context);
    }

    private static void WriteLabels(EmissionContext context, string failure, string input)
    {
        SourceWriter writer = context.Writer;
        if (IsFree(context, GeneratedNames.Classify))
        {
            Method(writer, $"{GeneratedNames.Label} {GeneratedNames.Classify}({input})", failure);
        }

        if (IsFree(context, GeneratedNames.LabelNames))
        {
            writer.Line("/// <summary>Stands in.</summary>");
            writer.Line($"public static global::System.ReadOnlySpan<string> {GeneratedNames.LabelNames} => {failure.TrimEnd(';')};\n");
        }

        writer.Line("/// <summary>What the network tells apart.</summary>");
        writer.Open($"public enum {GeneratedNames.Label}");
        foreach (string identifier in context.Signature.Labels.Select(label => label.Identifier).Distinct())
        {
            writer.Line($"/// <summary>{Literal.Xml(identifier)}.</summary>");
            writer.Line($"{Identifier.Escape(identifier)},");
        }

        writer.Close();
    }

    private static bool IsFree(EmissionContext context, string name) => !context.Target.TakenNames.Contains(name);

    private static void Constant(EmissionContext context, string name, int value)
    {
        if (IsFree(context, name))
        {
            context.Writer.Line("/// <summary>Stands in.</summary>");
            context.Writer.Line($"public const int {name} = {Literal.Integer(value)};\n");
        }
    }

    private static void Method(SourceWriter writer, string signature, string failure)
    {
        writer.Line("/// <summary>Stands in.</summary>");
        writer.Open($"public static {signature}");
        writer.Line(failure);
        writer.Close();
        writer.Line();
    }
}
