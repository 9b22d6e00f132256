using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Dropout: the identity, except while a trainer trains the network.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Rate">The share of values that training sets to zero.</param>
internal sealed record DropoutOperation(string Layer, EquatableArray<int> Inputs, int Output, double Rate)
    : ElementwiseOperation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "dropout";

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Value)> Settings => [("rate", Rate)];

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => inputs[0];

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) => inputs[0];
}
