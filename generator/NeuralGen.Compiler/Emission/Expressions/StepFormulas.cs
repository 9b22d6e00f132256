using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Writes the formulas that are computed along with an operation, before it or behind it.</summary>
/// <param name="block">The method body, whose inputs are those of the step.</param>
/// <param name="step">The step.</param>
internal sealed class StepFormulas(LoopBlock block, Step step)
{
    /// <summary>Where the inputs of the operation end, and those of the formula behind it begin.</summary>
    private int Own => (step.Prologue?.Inputs ?? step.Operation.Inputs).Count + (step.Residual is null ? 0 : 1);

    /// <summary>The method as the operation alone sees it.</summary>
    public LoopBlock OfOperation => step.Epilogue is null ? block : block.Over([.. block.Inputs.Take(Own)], block.Output);

    /// <summary>Writes the formula before the operation to where the results of the operation will lie.</summary>
    /// <returns>The method as the operation sees it, whose input is there.</returns>
    public LoopBlock WritePrologue()
    {
        if (step.Prologue is not { } prologue)
        {
            return OfOperation;
        }

        new MapLoops(OfOperation, prologue, MapLoops.Following).Write();
        block.Writer.Line();
        return block.Over([block.Output], block.Output);
    }

    /// <summary>Writes the formula behind the operation where its results lie.</summary>
    public void WriteEpilogue()
    {
        if (step.Epilogue is { } epilogue)
        {
            Queue<string> others = new(block.Inputs.Skip(Own));
            block.Writer.Line();
            new MapLoops(block.Over([.. epilogue.Inputs.Select(input => input == step.OutputBefore ? block.Output : others.Dequeue())], block.Output), epilogue, MapLoops.Following).Write();
        }
    }
}
