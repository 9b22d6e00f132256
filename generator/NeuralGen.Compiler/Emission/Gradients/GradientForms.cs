using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Targets;

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
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.Loss}({context.ReadOnlySpan} input, {context.ReadOnlySpan} target)");
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
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.Gradient}({context.ReadOnlySpan} input, {context.ReadOnlySpan} target, {context.Span} gradient)");
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
        writer.Open($"{context.Storage.Modifiers} {context.Type} {GeneratedNames.GradientBatch}({context.ReadOnlySpan} inputs, {context.ReadOnlySpan} targets, {context.Span} gradient)");
        CheckSamples(context);
    }

    /// <summary>The derivatives of the outputs.</summary>
    public static void OpenJacobian(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the derivative of each output with respect to each input, for one sample.</summary>");
        writer.Line($"/// <param name=\"input\">{context.InputWords}.</param>");
        writer.Line("/// <param name=\"jacobian\">Receives a row of <see cref=\"InputSize\"/> derivatives for each of the <see cref=\"OutputSize\"/> outputs.</param>");
        writer.Line(LengthError);
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.InputJacobian}({context.ReadOnlySpan} input, {context.Span} jacobian)");
        context.CheckLength("input", GeneratedNames.InputSize);
        context.CheckLength("jacobian", $"{GeneratedNames.OutputSize} * {GeneratedNames.InputSize}");
    }

    /// <summary>Writes the documentation of samples.</summary>
    public static void WriteSamples(EmissionContext context)
    {
        context.Writer.Line("/// <param name=\"inputs\"><see cref=\"InputSize\"/> values per sample, one sample behind the other.</param>");
        context.Writer.Line("/// <param name=\"targets\"><see cref=\"OutputSize\"/> wanted outputs per sample.</param>");
    }

    /// <summary>Writes the documentation of the gradient.</summary>
    public static void WriteGradient(EmissionContext context) =>
        context.Writer.Line("/// <param name=\"gradient\">Receives <see cref=\"ParameterCount\"/> derivatives, in the order of <see cref=\"Parameters\"/>.</param>");

    /// <summary>Writes the checks of samples.</summary>
    public static void CheckSamples(EmissionContext context)
    {
        context.Writer.Line($"int samples = global::System.Math.Max(1, inputs.Length / {GeneratedNames.InputSize});");
        context.CheckLength("inputs", $"samples * {GeneratedNames.InputSize}");
        context.CheckLength("targets", $"samples * {GeneratedNames.OutputSize}");
        context.CheckLength("gradient", GeneratedNames.ParameterCount);
    }

    private static void WriteSample(EmissionContext context)
    {
        context.Writer.Line($"/// <param name=\"input\">{context.InputWords}.</param>");
        context.Writer.Line($"/// <param name=\"target\">The wanted values of {context.OutputWords}.</param>");
    }

    private static void CheckSample(EmissionContext context)
    {
        context.CheckLength("input", GeneratedNames.InputSize);
        context.CheckLength("target", GeneratedNames.OutputSize);
    }
}
