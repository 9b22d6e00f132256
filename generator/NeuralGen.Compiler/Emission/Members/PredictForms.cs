using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the heads of the forms of <c>Predict</c>, with their documentation and checks.</summary>
internal static class PredictForms
{
    private const string LengthError = "/// <exception cref=\"global::System.ArgumentException\">A span has another length than the network needs.</exception>";

    private const string Inlining = "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    /// <summary>The form with a parameter per input.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="isInlined">Whether the JIT is asked to put it into its caller.</param>
    public static void OpenNamed(EmissionContext context, bool isInlined = false)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the output for one sample.</summary>");
        for (int i = 0; i < context.InputParameters.Count; i++)
        {
            string name = context.Signature.InputNames.Count > 0 ? context.Signature.InputNames[i] : $"input {Literal.Integer(i)}";
            writer.Line($"/// <param name=\"{context.InputParameters[i].TrimStart('@')}\">The value of '{Literal.Xml(name)}'.</param>");
        }

        writer.Line($"/// <returns>The value of {OutputName(context)}.</returns>");
        WriteInlining(writer, isInlined);
        string parameters = string.Join(", ", context.InputParameters.Select(parameter => $"{context.Type} {parameter}"));
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.Predict}({parameters})");
    }

    /// <summary>The form from a span to a number.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="isInlined">Whether the JIT is asked to put it into its caller.</param>
    public static void OpenScalar(EmissionContext context, bool isInlined = false)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the output for one sample.</summary>");
        writer.Line($"/// <param name=\"input\">{context.InputWords}.</param>");
        writer.Line($"/// <returns>The value of {OutputName(context)}.</returns>");
        writer.Line(LengthError);
        WriteInlining(writer, isInlined);
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.Predict}({context.ReadOnlySpan} input)");
        context.CheckLength("input", GeneratedNames.InputSize);
    }

    /// <summary>The form from a span to a span.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="checks">Whether it checks the spans itself.</param>
    /// <param name="isInlined">Whether the JIT is asked to put it into its caller.</param>
    /// <param name="skipsClearing">Whether what it takes of the stack need not be cleared.</param>
    public static void OpenSpan(EmissionContext context, bool checks = true, bool isInlined = false, bool skipsClearing = false)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the outputs for one sample.</summary>");
        writer.Line($"/// <param name=\"input\">{context.InputWords}.</param>");
        writer.Line($"/// <param name=\"output\">Receives {context.OutputWords}.</param>");
        writer.Line(LengthError);
        WriteInlining(writer, isInlined);
        if (skipsClearing)
        {
            writer.Line("[global::System.Runtime.CompilerServices.SkipLocalsInit]");
        }

        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.Predict}({context.ReadOnlySpan} input, {context.Span} output)");
        if (checks)
        {
            context.CheckLength("input", GeneratedNames.InputSize);
            context.CheckLength("output", GeneratedNames.OutputSize);
        }
    }

    private static void WriteInlining(SourceWriter writer, bool isInlined)
    {
        if (isInlined)
        {
            writer.Line(Inlining);
        }
    }

    private static string OutputName(EmissionContext context) =>
        context.Signature.OutputNames.Count == 1 ? $"'{Literal.Xml(context.Signature.OutputNames[0])}'" : "the output";
}
