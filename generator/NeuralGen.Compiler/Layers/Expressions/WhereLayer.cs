using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary><c>where</c>: of a condition and two tensors, the values of the first where the condition is true, and those of the second elsewhere.</summary>
internal sealed class WhereLayer() : LayerKind("where")
{
    /// <inheritdoc/>
    public override int MinimumSources => 3;

    /// <inheritdoc/>
    public override int MaximumSources => 3;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) =>
        source == 0 && type != ElementType.Bool ? "'bool', as comparisons give them" : null;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        ElementType type = layer.TypeOf(layer.Inputs[1]);
        bool isFit = SameElements.Check(layer, 1, 2);
        BroadcastLayer.Append(
            layer, isFit ? new ConditionalTerm(new OperandTerm(0, ElementType.Bool), new OperandTerm(1, type), new OperandTerm(2, type)) : null, type);
    }
}
