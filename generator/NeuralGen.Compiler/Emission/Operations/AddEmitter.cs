using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the sum of tensors.</summary>
internal sealed class AddEmitter : ElementwiseEmitter<AddOperation>
{
    /// <inheritdoc/>
    protected override string Expression(
        AddOperation operation, IReadOnlyList<string> inputs, Func<string, NetworkNumbers, string> constants, int? index, Arithmetic arithmetic) =>
        string.Join(" + ", inputs);

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, NetworkNumbers Values)> Constants(AddOperation operation) => [];

    /// <inheritdoc/>
    /// <remarks>As a formula, which has vectors.</remarks>
    public override void Loops(LoopBlock block, Step step)
    {
        AddOperation add = (AddOperation)step.Operation;
        if (block.Arithmetic.Lanes is null)
        {
            base.Loops(block, step);
            return;
        }

        Term sum = add.Inputs.Select((_, i) => (Term)new OperandTerm(i)).Aggregate((left, right) => new BinaryTerm('+', left, right));
        Walk walk = Walk.Of([add.Size], [1]);
        new MapLoops(block, new MapOperation(add.Layer, add.Inputs, add.Output, sum, add.Size, add.Inputs.Select(_ => walk).ToEquatableArray())).Write();
    }
}
