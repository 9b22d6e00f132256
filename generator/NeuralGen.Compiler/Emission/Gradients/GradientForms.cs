using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>Writes the heads of the members that compute losses and derivatives, with their documentation and checks.</summary>
internal static class GradientForms
{
    private const string LengthError = "/// <exception cref=\"global::System.ArgumentException\">A span has another length than the network needs.</exception>";

    private const string SamplesError = "/// <exception cref=\"global::System.ArgumentException\">The inputs are not whole samples, there is none, or a span has another length than the network needs.</exception>";

    /// <summary>The loss of one sample.</summary>
    public static void OpenLoss(EmissionContext context, string words)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the loss for one sample.</summary>");
        WriteSample(context);
        writer.Line($"/// <returns>The loss: {words}.</returns>");
        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.Loss}({context.InputSpans}, {context.ReadOnlySpan} target)");
        CheckSample(context);
    }

    /// <summary>The gradient of one sample.</summary>
    public static void OpenGradient(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the derivative of the loss of one sample with respect to each parameter.</summary>");
        WriteSample(context);
        WriteGradient(context);
        writer.Line("/// <returns>The loss.</returns>");
        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.Gradient}({context.InputSpans}, {context.ReadOnlySpan} target, {context.Span} gradient)");
        CheckSample(context);
        context.CheckLength("gradient", GeneratedNames.ParameterCount);
    }

    /// <summary>The gradient of many samples.</summary>
    public static void OpenGradientBatch(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the derivative of the mean loss of many samples with respect to each parameter.</summary>");
        WriteSamples(context);
        WriteGradient(context);
        writer.Line("/// <returns>The mean loss.</returns>");
        writer.Line(SamplesError);
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.GradientBatch}({context.InputBatches}, {context.ReadOnlySpan} targets, {context.Span} gradient)");
        CheckSamples(context);
    }

    /// <summary>The derivatives of the outputs.</summary>
    public static void OpenJacobian(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the derivative of each output with respect to each input, for one sample.</summary>");
        string[] columns = [.. context.Inputs.Where(input => input.Port.Type == ElementType.Float).Select(input => input.SizeConstant)];
        string derivatives = string.Join(" + ", columns.Select(column => $"<see cref=\"{column}\"/>"));
        context.WriteInputs();
        writer.Line($"/// <param name=\"jacobian\">Receives a row of {derivatives} derivatives for each of the <see cref=\"OutputSize\"/> outputs.</param>");
        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.InputJacobian}({context.InputSpans}, {context.Span} jacobian)");
        context.CheckInputs();
        string width = string.Join(" + ", columns);
        PortSpan[] floats = [.. context.Inputs.Where(input => input.Port.Type == ElementType.Float)];
        long derivativeCount = floats.Sum(input => (long)input.Port.Size) * context.Signature.OutputSize;
        if (derivativeCount > int.MaxValue)
        {
            // No span has so many values, and no constant of C# holds their number.
            writer.Entry("global::NeuralGen.SpanLength.Throw(nameof(jacobian), jacobian.Length, int.MaxValue);");
            return;
        }

        context.CheckLength("jacobian", $"{GeneratedNames.OutputSize} * {(columns.Length == 1 ? width : $"({width})")}");
    }

    /// <summary>Writes the documentation of samples.</summary>
    public static void WriteSamples(EmissionContext context)
    {
        context.WriteInputBatches();
        context.Writer.Line("/// <param name=\"targets\"><see cref=\"OutputSize\"/> wanted outputs per sample.</param>");
    }

    /// <summary>Writes the documentation of the gradient.</summary>
    public static void WriteGradient(EmissionContext context) =>
        context.Writer.Line("/// <param name=\"gradient\">Receives <see cref=\"ParameterCount\"/> derivatives, in the order of <see cref=\"Parameters\"/>.</param>");

    /// <summary>Writes the checks of samples.</summary>
    public static void CheckSamples(EmissionContext context)
    {
        PortSpan first = context.Inputs[0];
        string samples = context.Local("samples");
        context.Writer.Line($"int {samples} = global::System.Math.Max(1, {first.Samples}.Length / {first.SizeConstant});");
        context.CheckInputBatches(samples);
        context.CheckLength("targets", $"{samples} * {GeneratedNames.OutputSize}");
        context.CheckLength("gradient", GeneratedNames.ParameterCount);
    }

    private static void WriteSample(EmissionContext context)
    {
        context.WriteInputs();
        context.Writer.Line($"/// <param name=\"target\">The wanted values of {context.OutputWords}.</param>");
    }

    private static void CheckSample(EmissionContext context)
    {
        context.CheckInputs();
        context.CheckLength("target", GeneratedNames.OutputSize);
    }
}
