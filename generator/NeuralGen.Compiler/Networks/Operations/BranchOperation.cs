using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>One of two tensors, as a condition says that is known only when the program calls: what is needed for the other alone is not computed.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The condition, a truth value; what is chosen where it is true; what is chosen where it is false.</param>
/// <param name="Output">The tensor it writes.</param>
internal sealed record BranchOperation(string Layer, EquatableArray<int> Inputs, int Output) : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "branch";

    /// <inheritdoc/>
    /// <remarks>With a statement per node nothing could be left out.</remarks>
    public override bool HasStatements => false;

    /// <summary>The tensor that decides.</summary>
    public int Condition => Inputs[0];

    /// <inheritdoc/>
    public override bool IsInPlace(int input) => input > 0;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => (double[])inputs[inputs[0][0] != 0 ? 1 : 2].Clone();

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed) => input == 0 ? base.NeededInputs(input, size, needed) : needed;

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) =>
        [.. Enumerable.Range(0, size).Select(i => new Interval(Math.Min(inputs[1][i].Low, inputs[2][i].Low), Math.Max(inputs[1][i].High, inputs[2][i].High)))];
}
