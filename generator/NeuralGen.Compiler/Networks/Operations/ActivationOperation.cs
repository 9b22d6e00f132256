using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>An activation function applied to a tensor.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes, of the same size.</param>
/// <param name="Function">The function.</param>
internal sealed record ActivationOperation(string Layer, EquatableArray<int> Inputs, int Output, ActivationFunction Function)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "activation";

    /// <inheritdoc/>
    public override bool IsInPlace(int input) => Function is ElementwiseActivation;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters =>
        Function.Slopes is { } slopes ? [new Parameter(Layer, "slopes", slopes)] : [];

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Function.Evaluate(inputs[0]);

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding) => Function.Evaluate(inputs[0], rounding);

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) => Function.Bounds(inputs[0]);

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed) =>
        Function is ElementwiseActivation ? (bool[])needed.Clone() : base.NeededInputs(input, size, needed);
}
