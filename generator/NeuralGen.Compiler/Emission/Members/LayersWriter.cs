using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Emission.AcrossUnits;
using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Repeats;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the nested class with a method per layer, for networks that are more than one method.</summary>
internal static class LayersWriter
{
    /// <summary>The methods that take samples through all layers, whose names no layer's method can have.</summary>
    private static readonly string[] OwnMethods =
        ["Forward", "Activate", "Backward", "BackwardToInput", "Loss", "SumLosses", "AddGradient", "Jacobian", "Predict", "PredictSamples", "ForwardSamples", LanePredictWriter.Method, LanePredictWriter.WideMethod, LaneGradientWriter.Method,
        UnitsPredictWriter.Method, UnitsPredictWriter.WideMethod, UnitsPredictWriter.LoopsMethod, ConstantTensors.TypeName, RepeatedBodies.TypeName];

    /// <summary>The methods' names, in the order of the steps.</summary>
    /// <param name="program">The network's program.</param>
    public static IReadOnlyList<string> MethodNames(Program program)
    {
        NameScope names = new(OwnMethods);
        return [.. program.Calls.Select(step => names.Declare(Identifier.Member(step.Layer)))];
    }

    /// <summary>The names in the nested class that are not left for data.</summary>
    /// <param name="program">The network's program.</param>
    public static string[] TakenNames(Program program) =>
        [.. OwnMethods, .. MethodNames(program)];

    /// <summary>Writes the methods.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    /// <param name="data">Collects the constant data.</param>
    /// <param name="batches">Collects the layers that are packed for many samples.</param>
    public static void Write(EmissionContext context, Program program, ConstantData data, PackedForBatches batches)
    {
        if (program.Sample is not (Form.AcrossUnits or Form.Stages))
        {
            return;
        }

        SourceWriter writer = context.Writer;
        IReadOnlyList<string> methods = MethodNames(program);
        PackedLayers? packed = context.Platform.HasVectors ? new PackedLayers(TakenNames(program)) : null;
        IReadOnlyList<Step> steps = program.Calls;
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            if (i > 0)
            {
                writer.Line();
            }

            string[] inputs = ParameterNames(step);
            string parameters = string.Join(", ", inputs.Select((input, position) => $"{context.ReadOnlySpanOf(program.Network.Tensors[step.Inputs[position]].Type)} {input}"));
            writer.Line($"/// <summary>{Literal.XmlOnly(StepComment.Of(step, program.Network))}</summary>");
            if (step.Form == StepForm.Nodes)
            {
                new UnrolledMethodWriter(context, program, step, methods[i], parameters, inputs).Write();
                continue;
            }

            writer.Open($"internal static void {methods[i]}({parameters}, {context.SpanOf(program.Network.Tensors[step.Output].Type)} output)");
            LoopBlock block = new(writer, context.Arithmetic, data, inputs, "output", methods[i], packed: packed, batches: batches, windows: context.Windows, constants: context.Constants, bodies: context.Bodies);
            OperationEmitters.For(step.Operation).Loops(block, step);
            if (step.Operation is not (DenseOperation or ConvolutionOperation))
            {
                DenseEmitter.WriteActivation(block, step.Activation);
            }

            new StepFormulas(block, step).WriteEpilogue();

            writer.Close();
        }

        packed?.Write(writer);
    }

    /// <summary>What the spans are called that a layer's method reads.</summary>
    private static string[] ParameterNames(Step step) => step switch
    {
        { Epilogue: not null } => OperationEmitter.InputNames(step),
        { Operation: ConvolutionOperation, Prologue: { } prologue } when RowFactors.Of(prologue) is { } factors =>
            [.. factors.Rows == 0 ? (string[])["input", "factors"] : ["factors", "input"], .. step.Sum is null ? Array.Empty<string>() : ["residual"]],
        { Sum: not null, Operation.Inputs.Count: 1 } => ["input", "residual"],
        _ => OperationEmitter.InputNames(step),
    };

    /// <summary>Writes the constant data that the parameters do not hold.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="data">The constant data.</param>
    public static void WriteData(EmissionContext context, ConstantData data)
    {
        if (data.Properties.Count == 0)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        DataWriter numbers = new(context);
        for (int i = 0; i < data.Properties.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            (string name, string holder, NetworkNumbers values) = data.Properties[i];
            if (values.Derivation is { } derivation)
            {
                new DerivedNumbers(context, data).Write(name, derivation);
                continue;
            }

            if (values.Values.Stored is { } stored)
            {
                writer.Line($"internal static {context.ReadOnlySpan} {name} => {context.Stored.Span(stored, name)};");
                continue;
            }

            numbers.Property("internal", name, holder, [values.Values]);
        }
    }
}
