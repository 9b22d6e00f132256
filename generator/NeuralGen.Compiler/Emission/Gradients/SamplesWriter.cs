using NeuralGen.Compiler.Emission.Backward;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>
/// Writes the methods that take many samples through the layers, forward and backward. They stand in the nested class of the layers
/// and are what batches, and networks too large for a statement per node, are computed with.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The program of the gradients.</param>
/// <param name="data">The constant data.</param>
/// <param name="packed">The layers that are packed for samples.</param>
internal sealed class SamplesWriter(EmissionContext context, Program program, ConstantData data, PackedForBatches packed)
{
    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Whether training drops values.</summary>
    public bool HasDropout { get; } = program.Network.Operations.Any(operation => operation is DropoutOperation);

    /// <summary>Where the values lie.</summary>
    public MemoryPlan Memory { get; } = MemoryPlan.ForSamples(program);

    /// <summary>Further parameters of training with dropout.</summary>
    public string DropoutParameters => HasDropout ? ", int? seed, long first" : "";

    /// <summary>The values of all layers before the loss.</summary>
    /// <param name="name">The method's name.</param>
    public void WriteForward(string name)
    {
        _writer.Line("/// <summary>The forward pass: computes the values of all layers for some samples.</summary>");
        _writer.Open($"internal static void {name}({context.Storage.Parameters}{context.InnerInputs}, {context.Span} values, int samples{DropoutParameters})");
        SamplesBlock block = Block(program.DependsOnParameters, wantsParameters: false);
        block.Declare(program.LossSteps, withDeltas: false);
        Step[] steps = [.. program.LossSteps.Where(step => !Memory.Views.IsView(step.Output) && step.Operation is not ConstantOperation { Floats: null })];
        for (int i = 0; i < steps.Length; i++)
        {
            WriteComment(steps[i]);
            bool isFused = i + 1 < steps.Length && IsReluInPlace(steps[i].Operation, steps[i + 1].Operation);
            if (isFused)
            {
                WriteComment(steps[++i]);
                DenseEmitter.PackedSamples(block, steps[i - 1], (RectifierFunction)((ActivationOperation)steps[i].Operation).Function);
            }
            else
            {
                OperationEmitters.For(steps[i].Operation).Samples(block, steps[i]);
            }

            _writer.Line();
        }

        _writer.Close();
    }

    /// <summary>The output's own activation, when the loss is computed from what stands before it.</summary>
    public void WriteOutput()
    {
        if (program.OutputStep is not { } output)
        {
            return;
        }

        _writer.Line();
        _writer.Line("/// <summary>Computes the outputs from the logits.</summary>");
        _writer.Open($"internal static void Activate({context.InnerInputs}, {context.Span} values, int samples)");
        SamplesBlock block = Block(program.DependsOnParameters, wantsParameters: false);
        block.Declare(program.Steps.Where(step => step.Output == program.LossTensor).Append(output), withDeltas: false);
        OperationEmitters.For(output.Operation).Samples(block, output);
        _writer.Close();
    }

    /// <summary>The backward pass to the parameters.</summary>
    public void WriteBackward()
    {
        _writer.Line();
        _writer.Line("/// <summary>The backward pass: adds the derivatives with respect to the parameters, given those with respect to what the loss is computed from.</summary>");
        string inputs = $"{context.InnerInputs}, {context.Span} values, {context.Span} deltas, {context.Span} gradient, int samples, bool isFirst";
        _writer.Open($"internal static void Backward({context.Storage.Parameters}{inputs}{DropoutParameters})");
        WriteBack(program.LossSteps, program.DependsOnParameters, wantsParameters: true);
        _writer.Close();
    }

    /// <summary>The backward pass to the inputs.</summary>
    public void WriteBackwardToInput()
    {
        _writer.Line();
        _writer.Line("/// <summary>The backward pass: adds the derivatives with respect to the inputs, given those with respect to the outputs.</summary>");
        string jacobians = string.Join(", ", JacobianInputs.Select(input => $"{context.Span} {Jacobian(input)}"));
        string inputs = $"{context.InnerInputs}, {context.Span} values, {context.Span} deltas, {jacobians}, int samples";
        _writer.Open($"internal static void BackwardToInput({context.Storage.Parameters}{inputs}{DropoutParameters})");
        WriteBack(program.Steps, program.DependsOnInput, wantsParameters: false);
        _writer.Close();
    }

    /// <summary>The inputs that outputs have derivatives with respect to.</summary>
    public IEnumerable<int> JacobianInputs => Enumerable.Range(0, program.Network.InputCount).Where(input => program.Network.Tensors[input].Type == ElementType.Float);

    /// <summary>The span with the derivatives with respect to an input.</summary>
    public string Jacobian(int input) => Block(program.DependsOnInput, wantsParameters: false).InputDeltas(input);

    /// <summary>An expression that gives the values of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="samples">The number of samples.</param>
    public string Values(int tensor, string samples) => Memory.Views.Root(tensor) is int root && root < program.Network.InputCount
        ? context.Inputs[root].Some
        : Part("values", Memory.Values[tensor], tensor, samples);

    /// <summary>An expression that gives the derivatives with respect to a tensor.</summary>
    public string Deltas(int tensor, string samples) => Part("deltas", Memory.Deltas[tensor], tensor, samples);

    private string Part(string workspace, int offset, int tensor, string samples) =>
        $"{workspace}.Slice({(offset == 0 ? "0" : Literal.Times(samples, offset))}, {Literal.Times(samples, program.Network.Tensors[tensor].Size)})";

    private void WriteBack(IEnumerable<Step> steps, bool[] wanted, bool wantsParameters)
    {
        SamplesBlock block = Block(wanted, wantsParameters);
        Step[] reversed = [.. steps.Reverse().Where(step => wanted[step.Output])];
        block.Declare(steps.Where(step => wanted[step.Output] || reversed.Any(reader => reader.Inputs.Contains(step.Output))), withDeltas: true);
        foreach (Step step in reversed.Where(step => !Memory.AreViewsDeltas(step)))
        {
            _writer.Line($"// {BackwardComment.Of(step.Operation, wantsParameters)}");
            if (wantsParameters && step.Operation is not DenseOperation)
            {
                WriteClears(block, step.Operation);
            }

            OperationBackwards.For(step.Operation).Samples(block, step.Operation);
            _writer.Line();
        }
    }

    /// <summary>Whether the backward pass leaves the derivatives with respect to some parameter alone.</summary>
    public bool MissesParameters
    {
        get
        {
            IEnumerable<Step> steps = program.LossSteps.Where(step => program.DependsOnParameters[step.Output]);
            int covered = program.DependsOnParameters[program.LossTensor]
                ? steps.SelectMany(step => step.Operation.Parameters).GroupBy(parameter => parameter.Values.Id).Sum(shared => shared.First().Values.Count)
                : 0;
            return covered != context.Signature.ParameterCount;
        }
    }

    /// <summary>The first samples overwrite the derivatives, the others are added.</summary>
    private void WriteClears(SamplesBlock block, Operation operation)
    {
        string[] gradients = [.. operation.Parameters.Where(parameter => block.IsFirst(parameter.Values)).Select(parameter => block.Gradient(parameter.Values))];
        if (gradients.Length == 0)
        {
            return;
        }

        _writer.Open("if (isFirst)");
        foreach (string gradient in gradients)
        {
            _writer.Line($"{gradient}.Clear();");
        }

        _writer.Close();
        _writer.Line();
    }

    /// <summary>Whether a layer's kernel can apply the activation behind it.</summary>
    private bool IsReluInPlace(Operation operation, Operation next) =>
        packed.IsPossible && operation is DenseOperation && next is ActivationOperation { Function: RectifierFunction { IsZeroBelow: true } }
        && next.Inputs[0] == operation.Output && Memory.Values[next.Output] == Memory.Values[operation.Output];

    private void WriteComment(Step step) => _writer.Line($"// {StepComment.Of(step, program.Network)}");

    private SamplesBlock Block(bool[] wanted, bool wantsParameters) =>
        new(context, program, Memory, data, packed) { Wanted = wanted, WantsParameters = wantsParameters };
}
