using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary><c>cast</c>: the same values as elements of the type <c>to</c>.</summary>
internal sealed class CastLayer() : LayerKind("cast", new ArgumentDescriptor("to", ArgumentKind.Word))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => null;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        switch (layer.Find("to"))
        {
            case DeclaredWord { Value: var word } when ElementTypes.Find(word) is { } type:
                ElementType from = layer.TypeOf(layer.Inputs[0]);
                layer.Append(layer.InputShape, output => new CastOperation(layer.Name, layer.Sources, output, from, type) { Arguments = layer.Arguments }, type);
                return;
            case DeclaredWord { Value: var word }:
                layer.Report(
                    DeclarationRules.SettingUnknown, layer.Place.Key("to"), "To", word, Suggestion.For(word, ElementTypes.Names), $" of layer '{layer.Name}'");
                break;
            case null:
                layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("to"));
                break;
        }

        layer.Append(layer.InputShape, null);
    }
}
