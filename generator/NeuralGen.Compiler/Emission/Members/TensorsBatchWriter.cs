using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes <c>PredictBatch</c> of a network with several inputs or outputs, or with others than numbers: rows of each.</summary>
internal static class TensorsBatchWriter
{
    /// <summary>Writes the method.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    public static void Write(EmissionContext context, Program program)
    {
        SourceWriter writer = context.Writer;
        PortSpan first = context.Inputs[0];
        NameScope names = new([.. context.Inputs.Concat(context.Outputs).Select(port => port.Samples)]);
        string samples = names.Declare("samples");
        WriteHead(context);
        writer.Line($"int {samples} = {first.Samples}.Length / {first.SizeConstant};");
        context.CheckInputBatches(samples);
        foreach (PortSpan output in context.Outputs)
        {
            context.CheckLength(output.Samples, $"{samples} * {output.SizeConstant}");
        }

        if (program.Batch == Form.Kernels)
        {
            IEnumerable<string> spans = context.Inputs.Concat(context.Outputs).Select(port => port.Samples);
            writer.Line($"{context.LayersType}.{context.Storage.PredictMethod}({context.Storage.Fields}{string.Join(", ", spans)}, {samples});");
        }
        else
        {
            string sample = names.Declare("sample");
            writer.Open($"for (int {sample} = 0; {sample} < {samples}; {sample}++)");
            IEnumerable<string> parts = context.Inputs.Concat(context.Outputs).Select(port => $"{port.Samples}.Slice({sample} * {port.SizeConstant}, {port.SizeConstant})");
            writer.Line($"{GeneratedNames.Predict}({string.Join(", ", parts)}{context.StateArgument});");
            writer.Close();
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>The parameters.</summary>
    public static string Parameters(EmissionContext context) =>
        string.Join(", ", context.Inputs.Select(input => $"{input.ReadOnlySpan} {input.Samples}").Concat(context.Outputs.Select(output => $"{output.Span} {output.Samples}"))) + context.StateParameter;

    private static void WriteHead(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Line($"/// <summary>Computes the outputs for many {(context.Signature.HasState ? "samples, one call after the other" : "samples")}.</summary>");
        context.WriteInputBatches();
        foreach (PortSpan output in context.Outputs)
        {
            writer.Line($"/// <param name=\"{output.Samples.TrimStart('@')}\">Receives <see cref=\"{output.SizeConstant}\"/> values per sample; may not overlap the inputs.</param>");
        }

        context.WriteStateParameter();

        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The inputs are not whole samples, or a span holds another number of them.</exception>");
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.PredictBatch}({Parameters(context)})");
    }
}
