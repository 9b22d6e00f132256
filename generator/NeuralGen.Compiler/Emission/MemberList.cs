using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Emission.AcrossUnits;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Training;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Emission;

/// <summary>The members of a network in their order, each with the file that it stands in.</summary>
internal static class MemberList
{
    /// <summary>Above this many parameters the constant data gets a file of its own, so that the code stays easy to read.</summary>
    private const int MostParametersInline = 64;

    /// <summary>The members of a network.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="network">The network as declared.</param>
    /// <param name="program">The program that predicts.</param>
    public static IEnumerable<Member> Of(EmissionContext context, Network network, Program program)
    {
        ConstantData data = new(network.IsTrainable || network.HasStoredNumbers ? [] : [.. network.Parameters], LayersWriter.TakenNames(program));
        PackedForBatches packed = new(context, data);
        bool hasGradients = context.HasGradients && Differentiability.WhyNot(network) is null;
        GradientWriter? gradients = hasGradients ? new(context, network, data, packed) : null;

        yield return new(Slice.Predictions, () => ConstantsWriter.Write(context));
        yield return new(Slice.Predictions, () => NamesWriter.Write(context));
        yield return new(Slice.Predictions, () =>
        {
            if (network.IsSingle)
            {
                PredictWriter.Write(context, program);
            }
            else
            {
                TensorsPredictWriter.Write(context, program);
            }
        });
        yield return new(Slice.Predictions, () => StateWriter.Write(context));
        yield return new(Slice.Predictions, () => ClassifyWriter.Write(context));
        yield return new(Slice.Predictions, () => PrepareWriter.Write(context));
        if (!network.IsTrainable)
        {
            Slice parameters = network.ParameterCount <= MostParametersInline ? Slice.Predictions : Slice.Parameters;
            yield return new(parameters, () => ParametersWriter.Write(context, network, data));
        }

        yield return new(Slice.Predictions, () => SourceMemberWriter.Write(context, network));
        yield return new(Slice.Predictions, () => InterfaceWriter.Write(context));
        yield return new(Slice.Predictions, () => LayersWriter.Write(context, program, data, packed), IsOfLayers: true);
        if (program.Sample == Form.AcrossUnits)
        {
            yield return new(Slice.Predictions, () => new UnitsPredictWriter(context, program).Write(data), IsOfLayers: true);
        }

        yield return new(Slice.Predictions, context.Bodies.WriteCode, IsOfLayers: true);
        yield return new(Slice.Batches, () =>
        {
            if (!context.HasBatches)
            {
                return;
            }

            if (network.IsSingle)
            {
                BatchWriter.Write(context, program);
            }
            else
            {
                TensorsBatchWriter.Write(context, program);
            }
        });
        if (context.HasBatches && program.Batch == Form.AcrossSamples)
        {
            yield return new(Slice.Batches, () => new LanePredictWriter(context, program).Write(), IsOfLayers: true);
        }

        yield return new(Slice.Batches, () => BatchSamplesWriter.Write(context, program, gradients, data, packed), IsOfLayers: true);
        if (gradients is not null)
        {
            yield return new(Slice.Gradients, gradients.WriteMembers);
            if (context.HasBatches)
            {
                yield return new(Slice.Gradients, gradients.WriteLanes, IsOfLayers: true);
            }

            yield return new(Slice.Gradients, gradients.WriteSamples, IsOfLayers: true);
        }

        if (network.IsTrainable && gradients is not null)
        {
            yield return new(Slice.Training, () => TrainableWriter.Write(context, network, gradients));
            yield return new(Slice.Training, () => new StorageWriter(context, network, data).Write(), IsOfLayers: true);
            yield return new(Slice.Training, () => new FileLayoutWriter(context, network).Write(), IsOfLayers: true);
            yield return new(Slice.Training, () => new WeightsLayoutWriter(context, network).Write(), IsOfLayers: true);
        }

        yield return new(Slice.Parameters, context.Windows.Write, IsOfLayers: true);
        yield return new(Slice.Parameters, packed.Write, IsOfLayers: true);
        yield return new(Slice.Parameters, () => LayersWriter.WriteData(context, data), IsOfLayers: true);
        yield return new(Slice.Parameters, context.Constants.Write, IsOfLayers: true);
        yield return new(Slice.Parameters, context.Stored.Write, IsOfLayers: true);
        yield return new(Slice.Parameters, context.Bodies.WriteData, IsOfLayers: true);
    }
}
