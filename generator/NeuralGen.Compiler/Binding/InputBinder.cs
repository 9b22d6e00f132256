using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds the input of a network: a number of values, their names, or a tensor with a shape.</summary>
internal static class InputBinder
{
    /// <summary>Binds the input.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="settings">What is declared.</param>
    /// <param name="problems">Where to report.</param>
    /// <returns>The names of its values, its shape, and which source says so; the shape is null after a problem.</returns>
    public static (EquatableArray<string> Names, Shape? Shape, DeclarationSource Source) Bind(string network, SettingMerger settings, ProblemList problems)
    {
        (EquatableArray<string>? names, DeclarationSource nameSource) =
            settings.MergeValue(d => d.InputNames, "inputs", list => $"[{string.Join(", ", list)}]");
        (int? count, DeclarationSource countSource) =
            settings.MergeValue(d => d.InputCount, "inputs", value => value.ToString(CultureInfo.InvariantCulture));
        (EquatableArray<PortDeclaration>? ports, DeclarationSource portSource) =
            settings.MergeValue(d => d.InputPorts, "inputs", list => string.Join(", ", list.Select(port => port.Shape?.ToString() ?? "?")));
        if (ports is { Count: > 0 } declared && !settings.Differs("inputs"))
        {
            if (!AreOneOfFloats(network, declared, problems))
            {
                return (names ?? default, null, portSource);
            }

            return (names ?? default, PortShape(network, declared[0], count ?? names?.Count, portSource, problems), portSource);
        }

        int? size = Size(network, names, nameSource, count, countSource, settings, problems);
        return (names ?? default, size is { } values ? Shape.Vector(values) : null, nameSource);
    }

    /// <summary>Whether the input is one tensor, of floats; what else is declared is an error, or it would be lost.</summary>
    private static bool AreOneOfFloats(string network, EquatableArray<PortDeclaration> ports, ProblemList problems)
    {
        Place place = Place.File.Key("inputs");
        if (ports.Count > 1)
        {
            problems.Report(DeclarationRules.InputsNotSupported, place.At(1), network, Texts.Count(ports.Count, "input tensor"));
        }

        int other = ports.ToList().FindIndex(port => port.Type is not (null or "float"));
        if (other >= 0)
        {
            problems.Report(DeclarationRules.InputsNotSupported, place.At(other).Key("type"), network, $"an input of type '{ports[other].Type}'");
        }

        return ports.Count == 1 && other < 0;
    }

    private static Shape? PortShape(string network, PortDeclaration port, int? count, DeclarationSource source, ProblemList problems)
    {
        if (port.Shape is not { } shape)
        {
            return null;
        }

        Place place = source == DeclarationSource.File ? Place.File.Key("inputs").At(0).Key("shape") : Place.Attributes.Key("input_shape");
        int wrong = shape.Dimensions.ToList().FindIndex(size => size < 1);
        if (wrong >= 0 || shape.Rank == 0)
        {
            string words = shape.Rank == 0 ? "has an input without axes" : $"has an input of shape {shape}";
            problems.Report(DeclarationRules.NoInputs, wrong >= 0 ? place.At(wrong) : place, network, $"{words}; each of its sizes must be at least 1");
            return null;
        }

        if (shape.Count > Tensor.MostValues)
        {
            problems.Report(ShapeRules.TooLarge, place, $"The input of network '{network}'", shape.Count, Tensor.MostValues);
            return null;
        }

        if (count is { } number && number != shape.Count)
        {
            problems.Report(
                DeclarationRules.InputCountDiffers,
                place,
                network,
                Texts.Count(number, "input"),
                $"an input shape {shape}, which makes {shape.Count.ToString(CultureInfo.InvariantCulture)}");
            return null;
        }

        return shape;
    }

    private static int? Size(
        string network,
        EquatableArray<string>? names,
        DeclarationSource nameSource,
        int? count,
        DeclarationSource countSource,
        SettingMerger settings,
        ProblemList problems)
    {
        int? size = count ?? names?.Count;
        DeclarationSource source = count is null ? nameSource : countSource;
        if (settings.Differs("inputs"))
        {
            size = null;
        }
        else if (count is { } number && names is { } list && list.Count != number)
        {
            problems.Report(
                DeclarationRules.InputCountDiffers,
                Place.Of(nameSource).Key("inputs"),
                network,
                Texts.Count(number, "input"),
                Texts.Count(list.Count, "input name"));
            size = null;
        }
        else if (size is null or <= 0)
        {
            if (size is not null || !settings.IsBroken)
            {
                string what = size is null
                    ? "declares no inputs; it needs their number or their names"
                    : $"has {Texts.Count(size.Value, "input")}; it needs at least 1";
                problems.Report(DeclarationRules.NoInputs, Place.Of(source).Key("inputs"), network, what);
            }

            size = null;
        }
        else if (size > Tensor.MostValues)
        {
            problems.Report(ShapeRules.TooLarge, Place.Of(source).Key("inputs"), $"The input of network '{network}'", size, Tensor.MostValues);
            size = null;
        }

        return size;
    }
}
