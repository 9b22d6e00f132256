using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary><c>compare</c>: whether the values of two tensors have the relation that <c>operator</c> names.</summary>
internal sealed class CompareLayer() : LayerKind("compare", new ArgumentDescriptor("operator", ArgumentKind.Word))
{
    private static readonly string[] Relations = ["==", "!=", "<", "<=", ">", ">="];

    /// <inheritdoc/>
    public override int MinimumSources => 2;

    /// <inheritdoc/>
    public override int MaximumSources => 2;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => null;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Comparison? comparison = layer.Find("operator") is DeclaredWord { Value: var word } ? layer.Word<Comparison>("operator", word) : null;
        if (layer.Find("operator") is null)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("operator"));
        }

        ElementType type = layer.TypeOf(layer.Inputs[0]);
        bool isFit = SameElements.Check(layer, 0, 1);
        if (isFit && type == ElementType.Bool && comparison > Comparison.NotEqual)
        {
            layer.Report(WeightRules.OutOfRange, layer.Place.Key("operator"), $"'{layer.Spell("operator")}' of layer '{layer.Name}'", $"'{((DeclaredWord)layer.Find("operator")!).Value}'", "'equal' or 'not_equal' for truth values");
            isFit = false;
        }

        Term? formula = isFit && comparison is { } known ? new ComparisonTerm(Relations[(int)known], new OperandTerm(0, type), new OperandTerm(1, type)) : null;
        BroadcastLayer.Append(layer, formula, ElementType.Bool);
    }
}
