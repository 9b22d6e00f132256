using NeuralGen.Compiler.Emission.Backward;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>Writes the bodies of the loss, the gradient and the Jacobian of one sample as a statement per node.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The program of the gradients.</param>
internal sealed class UnrolledGradientWriter(EmissionContext context, Program program)
{
    private readonly SourceWriter _writer = context.Writer;

    /// <summary>The loss.</summary>
    public void WriteLoss()
    {
        NodeWriter nodes = Forward(program.LossSteps, "target");
        string loss = new UnrolledLossWriter(nodes.Block, program.Network.Loss, program.LossTensor, nodes[program.LossTensor]!).Write(null);
        _writer.Line();
        _writer.Line($"return {loss};");
    }

    /// <summary>The gradient with respect to the parameters.</summary>
    public void WriteGradient()
    {
        NodeWriter nodes = Forward(program.LossSteps, "target", "gradient");
        string[] predictions = nodes[program.LossTensor]!;
        bool hasParameters = program.DependsOnParameters[program.LossTensor];
        string[]? derivatives = hasParameters ? new string[predictions.Length] : null;
        string loss = new UnrolledLossWriter(nodes.Block, program.Network.Loss, program.LossTensor, predictions).Write(derivatives);
        _writer.Line();
        BackwardBlock back = new(nodes, context, program.DependsOnParameters);
        for (int i = 0; i < derivatives?.Length; i++)
        {
            back.SetDelta(program.LossTensor, i, derivatives[i]);
        }

        WriteBack(back, program.LossSteps, program.DependsOnParameters);
        _writer.Line($"return {loss};");
    }

    /// <summary>The derivatives of the outputs with respect to the inputs.</summary>
    public void WriteJacobian()
    {
        NodeWriter nodes = Forward(program.Steps, "jacobian");
        (int Tensor, int Index)[] columns = [.. Enumerable.Range(0, program.Network.InputCount)
            .Where(input => program.Network.Tensors[input].Type == ElementType.Float)
            .SelectMany(input => Enumerable.Range(0, program.Network.Tensors[input].Size).Select(index => (input, index)))];
        int outputs = context.Signature.OutputSize;
        for (int output = 0; output < outputs; output++)
        {
            NodeWriter scope = outputs == 1 ? nodes : nodes.Fork();
            if (outputs > 1)
            {
                _writer.Open($"// Output {Literal.Integer(output)}.");
            }

            BackwardBlock back = new(scope, context, program.DependsOnInput) { WantsParameters = false };
            string seed = scope.Block.DeclareDelta(program.Network.OutputTensor, output);
            scope.Block.Local(seed, context.Arithmetic.Literal(1));
            back.SetDelta(program.Network.OutputTensor, output, seed);
            _writer.Line();
            WriteBack(back, program.Steps, program.DependsOnInput);
            for (int column = 0; column < columns.Length; column++)
            {
                string value = back.Delta(columns[column].Tensor, columns[column].Index) ?? context.Arithmetic.Literal(0);
                _writer.Line($"jacobian[{Literal.Integer((output * columns.Length) + column)}] = {value};");
            }

            if (outputs > 1)
            {
                _writer.Close();
                _writer.Line();
            }
        }
    }

    private NodeWriter Forward(IEnumerable<Step> steps, params string[] parameters)
    {
        context.WriteStorageLocals();
        NodeWriter nodes = new(context, program.Network, NeededElements.All(program.Network), context.Storage.Taken([.. context.Inputs.Select(input => input.Parameter), .. parameters]));
        nodes.WriteInputs(_ => null);
        foreach (Step step in steps)
        {
            nodes.WriteStep(step, StepComment.Of(step, program.Network));
        }

        return nodes;
    }

    /// <summary>Writes the backward pass of some steps.</summary>
    /// <param name="back">The method body.</param>
    /// <param name="steps">The steps, in the order of computation.</param>
    /// <param name="wanted">Per tensor, whether the derivative with respect to it is wanted.</param>
    public void WriteBack(BackwardBlock back, IEnumerable<Step> steps, bool[] wanted)
    {
        foreach (Step step in steps.Reverse().Where(step => wanted[step.Output]))
        {
            // Without derivatives of weights, a dense layer only hands on terms, which the layer before it adds up.
            bool isSilent = step.Operation is DenseOperation && !back.WantsParameters;
            if (!isSilent)
            {
                _writer.Line($"// {BackwardComment.Of(step.Operation, back.WantsParameters)}");
            }

            OperationBackwards.For(step.Operation).Unrolled(back, step.Operation);
            if (!isSilent)
            {
                _writer.Line();
            }
        }
    }
}
