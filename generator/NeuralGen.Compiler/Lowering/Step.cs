using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering;

/// <summary>An operation with the activation that is computed along with it, and the shape of its code.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Activation">The elementwise activation of its output, or null.</param>
/// <param name="Shape">The shape of its code.</param>
internal sealed record Step(Operation Operation, ActivationOperation? Activation, CodeShape Shape)
{
    /// <summary>The layer that the step computes.</summary>
    public string Layer => Operation.Layer;

    /// <summary>The tensors that it reads.</summary>
    public EquatableArray<int> Inputs => Operation.Inputs;

    /// <summary>The tensor that it writes.</summary>
    public int Output => Activation?.Output ?? Operation.Output;
}
