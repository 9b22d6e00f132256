using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Emission.AcrossUnits;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Training;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission;

/// <summary>Writes the C# of one network: the members that callers see, the layers, the constant data.</summary>
internal static class NetworkEmitter
{
    /// <summary>Above this many parameters the constant data gets a file of its own, so that the code stays easy to read.</summary>
    private const int MostParametersInline = 64;

    /// <summary>Writes a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="platform">What the project offers.</param>
    /// <param name="textRoom">How many characters of the assembly's text its numbers can take.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static IReadOnlyList<GeneratedFile> Emit(NetworkModel model, TargetPlatform platform, int textRoom, CancellationToken cancellationToken)
    {
        EmissionContext context = new(model, platform, textRoom, cancellationToken);
        if (model.Network is not { } network)
        {
            TypeWriter.Write(context, RemarksWriter.Broken(context), () => StubWriter.Write(context));
            return [new GeneratedFile("", context.Writer.ToString())];
        }

        Program program = Lowerer.Lower(network, platform.HasVectors);
        ConstantData data = new(network, LayersWriter.TakenNames(program));
        bool isInline = network.ParameterCount <= MostParametersInline;
        PackedRows packed = new(context, data);
        GradientWriter gradients = new(context, network, data, packed);
        TypeWriter.Write(context, RemarksWriter.Network(context, program), () =>
        {
            ConstantsWriter.Write(context);
            NamesWriter.Write(context);
            PredictWriter.Write(context, program);
            BatchWriter.Write(context, program);
            ClassifyWriter.Write(context);
            if (context.HasGradients)
            {
                gradients.WriteMembers();
            }

            if (network.IsTrainable)
            {
                TrainableWriter.Write(context, network, gradients);
            }
            else if (isInline)
            {
                ParametersWriter.Write(context, network);
            }

            InterfaceWriter.Write(context);
            LayersWriter.Write(context, program, data, packed);
            if (program.Sample == Form.AcrossUnits)
            {
                new UnitsPredictWriter(context, program).Write(data);
            }

            if (context.HasGradients)
            {
                gradients.WriteRows();
            }

            if (program.Batch == Form.AcrossSamples)
            {
                new LanePredictWriter(context, program).Write();
            }

            BatchRowsWriter.Write(context, program, gradients, data, packed);
            packed.Write();
            if (network.IsTrainable)
            {
                new StorageWriter(context, network, data).Write();
                new FileLayoutWriter(context, network).Write();
            }
        });
        List<GeneratedFile> files = [new GeneratedFile("", context.Writer.ToString())];
        if ((!isInline && !network.IsTrainable) || data.Properties.Count > 0)
        {
            EmissionContext second = new(model, platform, textRoom, cancellationToken);
            TypeWriter.Write(second, [], () =>
            {
                if (!isInline && !network.IsTrainable)
                {
                    ParametersWriter.Write(second, network);
                }

                LayersWriter.WriteData(second, data);
            });
            files.Add(new GeneratedFile(".Parameters", second.Writer.ToString()));
        }

        return files;
    }
}
