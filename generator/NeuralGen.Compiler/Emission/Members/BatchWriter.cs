using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes <c>PredictBatch</c>.</summary>
internal static class BatchWriter
{
    /// <summary>Writes the method.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    public static void Write(EmissionContext context, Program program)
    {
        SourceWriter writer = context.Writer;
        WriteHead(context);
        writer.Line($"int samples = inputs.Length / {GeneratedNames.InputSize};");
        context.CheckLength("inputs", $"samples * {GeneratedNames.InputSize}");
        context.CheckLength("outputs", $"samples * {GeneratedNames.OutputSize}");
        FormWriters.WriteBatch(context, program);
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the documentation and opens the method.</summary>
    public static void WriteHead(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Computes the outputs for many samples.</summary>");
        writer.Line("/// <param name=\"inputs\"><see cref=\"InputSize\"/> values per sample, one sample behind the other.</param>");
        writer.Line("/// <param name=\"outputs\">Receives <see cref=\"OutputSize\"/> values per sample; may not overlap the inputs.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The inputs are not whole samples, or the outputs are not as many.</exception>");
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.PredictBatch}({context.ReadOnlySpan} inputs, {context.Span} outputs)");
    }
}
