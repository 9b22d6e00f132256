using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>
/// <c>expression</c>: a <c>formula</c> of its inputs, value by value, which knows them by the names in <c>inputs</c>, and a single one as <c>x</c>, too.
/// Inputs of other shapes are broadcast as NumPy does.
/// </summary>
internal sealed class ExpressionLayer() : LayerKind("expression", new ArgumentDescriptor("formula", ArgumentKind.Text))
{
    /// <inheritdoc/>
    public override int MaximumSources => int.MaxValue;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Term? formula = Formula(layer);
        Shape? shape = Join(layer);
        layer.Append(shape, formula is null || shape is null ? null : output => new MapOperation(
            layer.Name,
            layer.Sources,
            output,
            formula,
            shape.Size,
            layer.Inputs.Select(input => Walk.Broadcast(layer.ShapeOf(input)!, shape)).ToEquatableArray()));
    }

    private static Term? Formula(LayerBinding layer)
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
        FormulaParser parser = new(text, names, layer.Round);
        Term term = parser.Read();
        if (parser.Problem is not null && names.Length == 1)
        {
            // The one input has a short name.
            FormulaParser shortly = new(text, ["x"], layer.Round);
            Term other = shortly.Read();
            (parser, term) = shortly.Problem is null ? (shortly, other) : (parser, term);
        }

        if (parser.Problem is { } problem)
        {
            layer.Report(WeightRules.Formula, layer.Place.Key("formula"), layer.Spell("formula"), layer.Name, problem.Position + 1, problem.Words);
            return null;
        }

        return term;
    }

    /// <summary>The shape that all inputs fill together; null after a problem.</summary>
    private static Shape? Join(LayerBinding layer)
    {
        Shape? shape = layer.ShapeOf(layer.Inputs[0]);
        for (int i = 1; i < layer.Inputs.Count; i++)
        {
            Shape? other = layer.ShapeOf(layer.Inputs[i]);
            Shape? joined = shape is null || other is null ? null : Walk.Join(shape, other);
            if (joined is null && shape is not null && other is not null)
            {
                layer.Report(ShapeRules.Broadcast, layer.Place.Key("inputs").At(i), layer.Name, layer.NameOf(layer.Inputs[i]), other, shape);
            }

            shape = joined;
        }

        return shape;
    }
}
