using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;

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
        string[] names = InputNames(step);
        block.OpenSamples(
        [
            .. step.Inputs.Select((input, i) => (names[i], block.Values(input), block.Size(input))),
            ("output", block.Values(step.Output), block.Size(step.Output)),
        ]);
        LoopBlock loops = block.Loops(step.Operation, names);
        Loops(loops, step with { Form = StepForm.Loops });
        new StepFormulas(loops, step).WriteEpilogue();
        block.Writer.Close();
    }

    /// <summary>What the spans are called that a step reads.</summary>
    public static string[] InputNames(Step step) => step.Inputs.Count == 1 ? ["input"] : [.. step.Inputs.Select((_, i) => $"input{Literal.Integer(i)}")];

    /// <summary>Writes the formula behind an operation that computed all samples by one call, sample by sample where the results lie.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="step">The step.</param>
    protected static void WriteEpilogue(SamplesBlock block, Step step)
    {
        if (step.Epilogue is null)
        {
            return;
        }

        string[] names = InputNames(step);
        int[] others = [.. Enumerable.Range(0, names.Length).Where(i => step.Epilogue.Inputs.Contains(step.Inputs[i]))];
        block.OpenSamples(
        [
            .. others.Select(i => (names[i], block.Values(step.Inputs[i]), block.Size(step.Inputs[i]))),
            ("output", block.Values(step.Output), block.Size(step.Output)),
        ]);
        new StepFormulas(block.Loops(step.Operation, names), step).WriteEpilogue();
        block.Writer.Close();
    }
}
