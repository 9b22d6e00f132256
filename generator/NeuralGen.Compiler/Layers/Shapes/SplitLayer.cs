using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary>
/// <c>split</c>: an axis in parts, of <c>sizes</c> or all of one size. Later layers read the parts by the names in <c>outputs</c>.
/// </summary>
internal sealed class SplitLayer() : LayerKind(
    "split",
    new ArgumentDescriptor("axis", ArgumentKind.Integer),
    new ArgumentDescriptor("sizes", ArgumentKind.Integers),
    new ArgumentDescriptor("parts", ArgumentKind.Integer),
    new ArgumentDescriptor("outputs", ArgumentKind.Names))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", 0);
        string[]? names = PartNames.Bind(layer);
        int[]? sizes = Sizes(layer, axis, names?.Length);
        int start = 0;
        for (int i = 0; i < names?.Length; i++)
        {
            if (axis is null || sizes is null || sizes.Length != names.Length || layer.InputShape is not { } input)
            {
                layer.AppendPart(names[i], null, null);
                continue;
            }

            AxisRun run = new(0, sizes[i], start, 1);
            start += sizes[i];
            ElementType type = layer.TypeOf(layer.Inputs[0]);
            layer.AppendPart(
                names[i],
                input.With(axis.Value, run.Size),
                output => new MoveOperation(layer.Name, layer.Sources, output, Type, IndexMap.Along(input, axis.Value, [run])) { Arguments = layer.Arguments },
                type);
        }

        if (names is null)
        {
            layer.Append((Shape?)null, null);
        }
    }

    /// <summary>The sizes of the parts; null after a problem.</summary>
    private static int[]? Sizes(LayerBinding layer, int? axis, int? names)
    {
        int[]? sizes = layer.Find("sizes") is DeclaredSizes { Values: var declared } ? [.. declared] : null;
        int? parts = sizes?.Length ?? layer.Find("parts") switch
        {
            null => names,
            DeclaredNumber { Value: var value } => (int)value,
            _ => null,
        };
        if (layer.Find("sizes") is DeclaredInvalid || parts is null)
        {
            return null;
        }

        Place place = layer.Place.Key(sizes is not null ? "sizes" : layer.IsWritten("parts") ? "parts" : "outputs");
        int wrong = sizes is null ? -1 : Array.FindIndex(sizes, size => size < 1);
        if (wrong >= 0 || parts < 1)
        {
            layer.Report(
                WeightRules.OutOfRange,
                wrong >= 0 ? place.At(wrong) : place,
                $"'{layer.Spell(sizes is null ? "parts" : "sizes")}' of layer '{layer.Name}'",
                wrong >= 0 ? sizes![wrong] : parts,
                "at least 1");
            return null;
        }

        if (sizes is not null && layer.Find("parts") is DeclaredNumber { Value: var other } && (int)other != parts)
        {
            layer.Report(WeightRules.OutOfRange, layer.Place.Key("parts"), $"'{layer.Spell("parts")}' of layer '{layer.Name}'", (int)other, $"{parts}, as '{layer.Spell("sizes")}' says");
            return null;
        }

        if (names is { } count && count != parts)
        {
            layer.Report(ShapeRules.ParameterLength, layer.Place.Key("outputs"), $"'{layer.Spell("outputs")}'", layer.Name, Texts.Count(count, "name"), parts);
            return null;
        }

        if (axis is not { } along || layer.InputShape is not { } input)
        {
            return null;
        }

        if (sizes is null ? input[along] % parts.Value != 0 : sizes.Sum(size => (long)size) != input[along])
        {
            string words = sizes is null ? $"{Texts.Count(parts.Value, "part")} of one size" : $"parts of [{string.Join(", ", sizes)}]";
            layer.Report(ShapeRules.Split, place, layer.Name, along, layer.InputName, input, words);
            return null;
        }

        return sizes ?? [.. Enumerable.Repeat(input[along] / parts.Value, parts.Value)];
    }
}
