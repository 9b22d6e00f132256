using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>
/// <c>expression</c>: a <c>formula</c> of its inputs, value by value, which knows them by the names in <c>inputs</c>, and a single one as <c>x</c>, too.
/// Inputs of other shapes are broadcast as NumPy does.
/// </summary>
internal sealed class ExpressionLayer() : LayerKind(
    "expression", new ArgumentDescriptor("formula", ArgumentKind.Text), new ArgumentDescriptor("element_type", ArgumentKind.Word))
{
    /// <inheritdoc/>
    public override int MaximumSources => int.MaxValue;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => null;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        bool isTypeSound = ElementTypeArgument.TryBind(layer, "element_type", out ElementType? type);
        Term? formula = Formula(layer, type);

        // Nobody is told twice of a mistake: what the elements are is not known then.
        bool isTypeKnown = formula is not null || layer.Inputs.All(input => layer.TypeOf(input) == ElementType.Float);
        if (isTypeSound && isTypeKnown)
        {
            BroadcastLayer.Append(layer, formula, formula?.Type ?? type ?? ElementType.Float);
            return;
        }

        BroadcastLayer.Join(layer);
        layer.Append((Shape?)null, null);
    }

    private static Term? Formula(LayerBinding layer, ElementType? type)
    {
        if (layer.Find("formula") is not DeclaredWord { Value: var text })
        {
            if (layer.Find("formula") is null)
            {
                layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("formula"));
            }

            return null;
        }

        string[] names = [.. layer.SourceNames ?? new EquatableArray<string>([layer.InputName])];
        (string, ElementType)[] operands = [.. names.Select((name, i) => (name, layer.TypeOf(layer.Inputs[i])))];
        FormulaParser parser = new(text, operands, type, layer.Round);
        Term term = parser.Read();
        if (parser.IsOfNames && names.Length == 1)
        {
            // The one input has a short name.
            FormulaParser shortly = new(text, [("x", operands[0].Item2)], type, layer.Round);
            Term other = shortly.Read();
            (parser, term) = shortly.IsOfNames ? (parser, term) : (shortly, other);
        }

        if (parser.Problem is { } problem)
        {
            // Of what a mistake hides nobody knows the type.
            if (!parser.IsOfTypes || layer.Inputs.All(input => layer.ShapeOf(input) is not null))
            {
                layer.Report(WeightRules.Formula, layer.Place.Key("formula"), layer.Spell("formula"), layer.Name, problem.Position + 1, problem.Words);
            }

            return null;
        }

        return term;
    }
}
