using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the code of one kind of operation.</summary>
internal abstract class OperationEmitter
{
    /// <summary>The operations that it writes.</summary>
    public abstract Type OperationType { get; }

    /// <summary>Writes a statement per node and gives the operands that hold the outputs.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="step">The step.</param>
    /// <param name="inputs">Per input, the operands that hold its elements.</param>
    /// <param name="needed">Which outputs matter; the others stay null.</param>
    public abstract string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed);

    /// <summary>Writes loops.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="step">The step.</param>
    public abstract void Loops(LoopBlock block, Step step);

    /// <summary>Writes the operation for a number of samples; sample by sample, unless a kind of operation knows better.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="step">The operation, as a step of its own.</param>
    public virtual void Samples(SamplesBlock block, Step step)
    {
        Operation operation = step.Operation;
        string[] names = operation.Inputs.Count == 1 ? ["input"] : [.. operation.Inputs.Select((_, i) => $"input{Literal.Integer(i)}")];
        block.OpenSamples(
        [
            .. operation.Inputs.Select((input, i) => (names[i], block.Values(input), block.Size(input))),
            ("output", block.Values(operation.Output), block.Size(operation.Output)),
        ]);
        Loops(block.Loops(operation, names), step with { Form = StepForm.Loops });
        block.Writer.Close();
    }
}
