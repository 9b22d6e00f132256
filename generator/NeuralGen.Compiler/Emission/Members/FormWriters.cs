using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Emission.AcrossUnits;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>What each form writes into a member whose spans are checked; which form fits is decided in <see cref="FormSelector"/>.</summary>
internal static class FormWriters
{
    private static readonly Dictionary<Form, Action<EmissionContext, Program>> Samples = new()
    {
        [Form.AcrossUnits] = (context, program) => new UnitsPredictWriter(context, program).WriteCalls(),
        [Form.Stages] = (context, program) => new StageWriter(context, program).WriteCalls(),
        [Form.Kernels] = (context, _) => context.Writer.Line($"{context.LayersType}.{context.Storage.PredictMethod}({context.Storage.Fields}{string.Join(", ", context.Inputs.Concat(context.Outputs).Select(port => port.Parameter))}, 1);"),
    };

    private static readonly Dictionary<Form, Action<EmissionContext, Program>> Batches = new()
    {
        [Form.AcrossSamples] = (context, program) => new LanePredictWriter(context, program).WriteCalls(),
        [Form.Kernels] = (context, _) => context.Writer.Line($"{context.LayersType}.{context.Storage.PredictMethod}({context.Storage.Fields}inputs, outputs, samples);"),
        [Form.SampleBySample] = (context, _) => WriteSampleBySample(context),
    };

    /// <summary>Writes what computes the span <c>output</c> from the span <c>input</c>.</summary>
    public static void WriteSample(EmissionContext context, Program program) => Samples[program.Sample](context, program);

    /// <summary>Writes what computes samples from the span <c>inputs</c> to the span <c>outputs</c>.</summary>
    public static void WriteBatch(EmissionContext context, Program program) => Batches[program.Batch](context, program);

    private static void WriteSampleBySample(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        writer.Open("for (int sample = 0; sample < samples; sample++)");
        writer.Line($"{context.ReadOnlySpan} input = inputs.Slice(sample * {GeneratedNames.InputSize}, {GeneratedNames.InputSize});");
        writer.Line(context.Signature.OutputSize == 1
            ? $"outputs[sample] = {GeneratedNames.Predict}(input);"
            : $"{GeneratedNames.Predict}(input, outputs.Slice(sample * {GeneratedNames.OutputSize}, {GeneratedNames.OutputSize}));");
        writer.Close();
    }
}
