using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the method behind <c>PredictBatch</c> that takes many samples through all layers together.</summary>
internal static class BatchSamplesWriter
{
    /// <summary>Writes the method, if the program asks for it, into a part of the nested class of its own.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    /// <param name="gradients">The writer of the gradients, whose forward pass is the same unless something was folded or joined; null where there are none.</param>
    /// <param name="data">Collects the constant data.</param>
    /// <param name="packed">Collects the layers that are packed for samples.</param>
    public static void Write(EmissionContext context, Program program, GradientWriter? gradients, ConstantData data, PackedForBatches packed)
    {
        if (!context.HasBatches || program.Batch != Form.Kernels || !context.Storage.AreConstant)
        {
            return;
        }

        Program forward = BackwardPrograms.ForwardOfSamples(program);
        bool isAnOperationAStep = forward.Steps.Count == forward.Network.Operations.Count;
        if (isAnOperationAStep && gradients is { HasSamples: true } && gradients.Batch.Network.Operations.Equals(program.Network.Operations))
        {
            new SamplesGradientWriter(context, gradients.Batch, new SamplesWriter(context, gradients.Batch, data, packed)).WritePredict("PredictSamples", "Forward");
        }
        else
        {
            SamplesWriter layers = new(context, forward, data, packed);
            layers.WriteForward("ForwardSamples");
            context.Writer.Line();
            new SamplesGradientWriter(context, forward, layers).WritePredict("PredictSamples", "ForwardSamples");
        }
    }
}
