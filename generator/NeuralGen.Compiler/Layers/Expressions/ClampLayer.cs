using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary><c>clamp</c>: values below <c>min</c> become that, and values above <c>max</c> become that; either may be left out.</summary>
internal sealed class ClampLayer() : LayerKind("clamp", new ArgumentDescriptor("min", ArgumentKind.Number), new ArgumentDescriptor("max", ArgumentKind.Number))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => type == ElementType.Bool ? "numbers" : null;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        ElementType type = layer.TypeOf(layer.Inputs[0]);
        bool isSound = TryBound(layer, "min", type, out double? min) & TryBound(layer, "max", type, out double? max);
        if (isSound && min is null && max is null && layer.Find("min") is null && layer.Find("max") is null)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("min"));
            isSound = false;
        }

        if (isSound && min > max)
        {
            layer.Report(WeightRules.OutOfRange, layer.Place.Key("max"), $"'{layer.Spell("max")}' of layer '{layer.Name}'", Texts.Number(max!.Value), $"at least '{layer.Spell("min")}', {Texts.Number(min!.Value)}");
            isSound = false;
        }

        Term formula = new OperandTerm(0, type);
        formula = min is { } least ? new FunctionTerm(Elementary.Max, new([formula, Number(least, type)])) : formula;
        formula = max is { } most ? new FunctionTerm(Elementary.Min, new([formula, Number(most, type)])) : formula;
        BroadcastLayer.Append(layer, isSound ? formula : null, type);
    }

    private static Term Number(double value, ElementType type) => type == ElementType.Float ? new NumberTerm(value) : new WholeTerm((long)value, type);

    private static bool TryBound(LayerBinding layer, string argument, ElementType type, out double? bound)
    {
        bound = (layer.Find(argument) as DeclaredNumber)?.Value;
        if (bound is not { } value || (type == ElementType.Float ? !double.IsNaN(value) && !double.IsInfinity(layer.Round(value)) : type.Holds(value)))
        {
            return layer.Find(argument) is null or DeclaredNumber;
        }

        layer.Report(
            WeightRules.OutOfRange,
            layer.Place.Key(argument),
            $"'{layer.Spell(argument)}' of layer '{layer.Name}'",
            Texts.Number(value),
            type == ElementType.Float ? $"a finite number{layer.PrecisionWords}" : $"a value of type '{ElementTypes.Name(type)}', which the layer reads");
        return false;
    }
}
